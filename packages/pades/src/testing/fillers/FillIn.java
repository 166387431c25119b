import java.io.File;
import java.io.FileOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/** Fills in the form of the tests' document with PDFBox 2, by an incremental update: FillIn FROM TO WORDS. */
public class FillIn {
  public static void main(String[] arguments) throws Exception {
    try (PDDocument document = PDDocument.load(new File(arguments[0]))) {
      PDAcroForm form = document.getDocumentCatalog().getAcroForm();
      form.getField("HoTen").setValue(arguments[2]);
      form.getField("Xa").setValue("B");
      ((PDCheckBox) form.getField("DongY")).check();
      for (PDField field : form.getFields()) {
        touch(field.getCOSObject());
        for (PDAnnotationWidget widget : field.getWidgets()) touchLook(widget.getCOSObject());
      }
      // PDFBox writes what it reaches from the catalogue by things that are touched.
      touch(document.getDocumentCatalog().getCOSObject());
      touch(form.getCOSObject());
      ((COSArray) form.getCOSObject().getDictionaryObject(COSName.FIELDS)).setNeedToBeUpdated(true);
      try (FileOutputStream to = new FileOutputStream(arguments[1])) {
        document.saveIncremental(to);
      }
    }
  }

  private static void touchLook(COSDictionary widget) {
    touch(widget);
    COSBase look = widget.getDictionaryObject(COSName.AP);
    if (!(look instanceof COSDictionary)) return;
    touch((COSDictionary) look);
    COSBase normal = ((COSDictionary) look).getDictionaryObject(COSName.N);
    if (normal instanceof COSDictionary) touch((COSDictionary) normal);
  }

  private static void touch(COSDictionary dictionary) {
    dictionary.setNeedToBeUpdated(true);
  }
}
