import java.io.File;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Calendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;

/**
 * PDFBox with BouncyCastle, as its own examples use them.
 *
 * sign KEYSTORE PASSWORD IN OUT: signs by an incremental update.
 * judge FILE...: one line a file: "good" where each signature fits what it covers, or "bad WHY".
 */
public final class PdfBoxJudge {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  public static void main(String[] args) throws Exception {
    if (args[0].equals("sign")) sign(args[1], args[2].toCharArray(), new File(args[3]), new File(args[4]));
    else for (String file : Arrays.copyOfRange(args, 1, args.length)) System.out.println(judge(new File(file)));
  }

  private static void sign(String store, char[] password, File in, File out) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(Path.of(store))) {
      keys.load(stream, password);
    }
    String alias = keys.aliases().nextElement();
    PrivateKey key = (PrivateKey) keys.getKey(alias, password);
    Certificate[] chain = keys.getCertificateChain(alias);
    PDSignature signature = new PDSignature();
    signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
    signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
    signature.setName("PDFBox");
    signature.setSignDate(Calendar.getInstance());
    SignatureInterface signer = content -> message(content.readAllBytes(), key, chain);
    try (PDDocument document = PDDocument.load(in); FileOutputStream stream = new FileOutputStream(out)) {
      document.addSignature(signature, signer);
      document.saveIncremental(stream);
    }
  }

  private static byte[] message(byte[] content, PrivateKey key, Certificate[] chain) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      var digests = new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build();
      var value = new JcaContentSignerBuilder("SHA256withRSA").setProvider(PROVIDER).build(key);
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(digests).build(value, (X509Certificate) chain[0]));
      generator.addCertificates(new JcaCertStore(Arrays.asList(chain)));
      return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
    } catch (Exception error) {
      throw new IllegalStateException(error);
    }
  }

  private static String judge(File file) {
    try {
      byte[] bytes = Files.readAllBytes(file.toPath());
      try (PDDocument document = PDDocument.load(bytes)) {
        var signatures = document.getSignatureDictionaries();
        for (PDSignature signature : signatures) {
          String fault = faultOf(signature, bytes);
          if (fault != null) return "bad " + fault;
        }
        return signatures.isEmpty() ? "bad no signature found" : "good";
      }
    } catch (Exception error) {
      return "bad " + String.valueOf(error.getMessage()).replaceAll("\\s+", " ");
    }
  }

  private static String faultOf(PDSignature signature, byte[] bytes) throws Exception {
    byte[] covered = signature.getSignedContent(bytes);
    byte[] contents = signature.getContents(bytes);
    if ("ETSI.RFC3161".equals(signature.getSubFilter())) return faultOfTimestamp(contents, covered);
    CMSSignedData message = new CMSSignedData(new CMSProcessableByteArray(covered), contents);
    for (SignerInformation signer : message.getSignerInfos())
      if (!signer.verify(verifier().build(certificateOf(message, signer)))) return "the value is wrong";
    return message.getSignerInfos().size() == 1 ? null : "not one signer";
  }

  private static String faultOfTimestamp(byte[] contents, byte[] covered) throws Exception {
    TimeStampToken token = new TimeStampToken(new CMSSignedData(contents));
    var info = token.getTimeStampInfo();
    var digest = java.security.MessageDigest.getInstance(info.getMessageImprintAlgOID().getId(), PROVIDER);
    if (!Arrays.equals(digest.digest(covered), info.getMessageImprintDigest())) return "the imprint is another";
    Selector<X509CertificateHolder> issuer = token.getSID();
    token.validate(verifier().build(token.getCertificates().getMatches(issuer).iterator().next()));
    return null;
  }

  private static X509CertificateHolder certificateOf(CMSSignedData message, SignerInformation signer) {
    Selector<X509CertificateHolder> issuer = signer.getSID();
    var found = message.getCertificates().getMatches(issuer);
    if (found.isEmpty()) throw new IllegalStateException("no certificate of the signer");
    return found.iterator().next();
  }

  private static JcaSimpleSignerInfoVerifierBuilder verifier() {
    return new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER);
  }
}
