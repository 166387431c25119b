import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Calendar;
import java.util.Hashtable;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs the same file again and again with Apache PDFBox and Bouncy Castle. Arguments: the file, the key's kind (RSA or
 * EC), its PKCS #8, its certificate and its issuer's. Each line, how often to sign, is answered by the processor time of
 * the whole process in nanoseconds. The last file stays beside the first, with the ending ".signed".
 */
public class PdfBoxSign {
  private record Key(String kind, PrivateKey key, X509Certificate certificate, X509Certificate issuer) {}

  public static void main(String[] arguments) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    byte[] file = Files.readAllBytes(Path.of(arguments[0]));
    Key key = key(arguments, 1);
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var lines = new BufferedReader(new InputStreamReader(System.in));
    byte[] last = file;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      long before = system.getProcessCpuTime();
      for (int left = Integer.parseInt(line); left > 0; left--) last = sign(file, key);
      System.out.println(system.getProcessCpuTime() - before);
    }
    Files.write(Path.of(arguments[0] + ".signed"), last);
  }

  private static Key key(String[] arguments, int at) throws Exception {
    var encoded = new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(arguments[at + 1])));
    PrivateKey key = KeyFactory.getInstance(arguments[at]).generatePrivate(encoded);
    return new Key(arguments[at], key, certificate(arguments[at + 2]), certificate(arguments[at + 3]));
  }

  private static X509Certificate certificate(String path) throws Exception {
    var factory = CertificateFactory.getInstance("X.509");
    return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(Path.of(path))));
  }

  private static byte[] sign(byte[] file, Key key) throws Exception {
    var signature = new PDSignature();
    signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
    signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
    signature.setSignDate(Calendar.getInstance());
    var out = new ByteArrayOutputStream(file.length + 16384);
    try (PDDocument document = PDDocument.load(file); var options = new SignatureOptions()) {
      SignatureInterface message = (content) -> message(content, key);
      document.addSignature(signature, message, options);
      document.saveIncremental(out);
    }
    return out.toByteArray();
  }

  private static byte[] message(InputStream content, Key key) {
    try {
      var generator = new CMSSignedDataGenerator();
      String algorithm = key.kind.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      ContentSigner signer = new JcaContentSignerBuilder(algorithm).build(key.key);
      var builder = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
      builder.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(key.certificate)));
      generator.addSignerInfoGenerator(builder.build(signer, key.certificate));
      generator.addCertificates(new JcaCertStore(List.of(key.certificate, key.issuer)));
      return generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false).getEncoded("DER");
    } catch (Exception error) {
      throw new IllegalStateException(error);
    }
  }

  private static AttributeTable attributes(X509Certificate certificate) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    var value = new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(digest)});
    var oid = PKCSObjectIdentifiers.id_aa_signingCertificateV2;
    var table = new Hashtable<Object, Object>();
    table.put(oid, new Attribute(oid, new DERSet(value)));
    return new AttributeTable(table);
  }
}
