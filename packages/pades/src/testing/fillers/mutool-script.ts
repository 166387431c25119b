/** A script for `mutool run SCRIPT FROM TO KIND`: fills in the tests' form, or puts an annotation of a kind on page 1. */
export const mutoolScript = `
var file = Document.openDocument(scriptArgs[0])
var page = file.loadPage(0)
var kind = scriptArgs[2]
if (kind === 'fill') {
  var widgets = page.getWidgets()
  for (var i = 0; i < widgets.length; i++) {
    var type = widgets[i].getFieldType()
    if (type === 'text') widgets[i].setTextValue('Binh')
    if (type === 'checkbox') widgets[i].toggle()
    if (type === 'combobox') widgets[i].setChoiceValue('B')
    widgets[i].update()
  }
} else {
  var annotation = page.createAnnotation(kind)
  if (['Highlight', 'Underline', 'Squiggly', 'StrikeOut'].indexOf(kind) >= 0)
    annotation.setQuadPoints([[72, 130, 200, 130, 72, 145, 200, 145]])
  else annotation.setRect([300, 300, 320, 320])
  if (kind === 'Highlight') annotation.setColor([1, 1, 0])
  annotation.setContents('Da xem')
  annotation.update()
}
file.save(scriptArgs[1], 'incremental')
`
