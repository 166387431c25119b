import { Application, type Controller } from '@hotwired/stimulus'
import * as Turbo from '@hotwired/turbo'
import { AutosaveController } from './autosave-controller.ts'
import { DatePickerController } from './date-picker-controller.ts'
import { DirtyFormController } from './dirty-form-controller.ts'
import { DismissController } from './dismiss-controller.ts'
import { FileDropController } from './file-drop-controller.ts'
import { FillController } from './fill-controller.ts'
import { FilterController } from './filter-controller.ts'
import { FocusController } from './focus-controller.ts'
import { KeysSwitchController } from './keys-switch-controller.ts'
import { MenuController } from './menu-controller.ts'
import { PaperController } from './paper-controller.ts'
import { PasskeyController } from './passkey-controller.ts'
import { PrintController } from './print-controller.ts'
import { RepeatRowsController } from './repeat-rows-controller.ts'
import { SearchableSelectController } from './searchable-select-controller.ts'
import { SelectAllController } from './select-all-controller.ts'
import { ShortcutController } from './shortcut-controller.ts'
import { ShowWhenController } from './show-when-controller.ts'
import { ThemeController } from './theme-controller.ts'

// Every page works without this file; it makes moving about quicker and some controls nicer. No rule lives here.
Turbo.config.drive.progressBarDelay = 250

const application = Application.start()
application.register('autosave', AutosaveController)
application.register('date-picker', DatePickerController)
application.register('dirty-form', DirtyFormController)
application.register('dismiss', DismissController)
application.register('file-drop', FileDropController)
application.register('fill', FillController)
application.register('filter', FilterController)
application.register('focus', FocusController)
application.register('keys-switch', KeysSwitchController)
application.register('menu', MenuController)
application.register('paper', PaperController)
application.register('passkey', PasskeyController)
application.register('print', PrintController)
application.register('repeat-rows', RepeatRowsController)
application.register('searchable-select', SearchableSelectController)
application.register('select-all', SelectAllController)
application.register('shortcut', ShortcutController)
application.register('show-when', ShowWhenController)
application.register('theme', ThemeController)

// Turbo keeps a copy of the page for going back: what a controller has built must not be in it, or it comes back dead.
document.addEventListener('turbo:before-cache', () => {
  for (const controller of application.controllers as (Controller & { beforeCache?: () => void })[]) {
    controller.beforeCache?.()
  }
})
