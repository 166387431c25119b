import { Application } from '@hotwired/stimulus'
import * as Turbo from '@hotwired/turbo'

Turbo.config.drive.progressBarDelay = 250
Application.start()
