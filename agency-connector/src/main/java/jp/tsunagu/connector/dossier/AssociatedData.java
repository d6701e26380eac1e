package jp.tsunagu.connector.dossier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;

/**
 * What a ciphertext is bound to: every field with its length before it, so that no two different
 * lists of fields give the same bytes.
 *
 * <p>The data key is bound to network, case, sender and recipient, because it is reused for the
 * parts of a case with the same recipients; the content is bound to network, case, dossier, part
 * and sender. Both are needed to open a part, so a part opens only in its own place.
 */
final class AssociatedData {

  private AssociatedData() {}

  static byte[] ofContent(
      NetworkId network, CaseId caseId, DossierId dossierId, String part, AgencyId sender) {
    return encode("tsunagu/part/1", network, caseId, dossierId, part, sender);
  }

  static byte[] ofKey(
      NetworkId network, CaseId caseId, AgencyId sender, AgencyId recipient, KeyId keyId) {
    return encode("tsunagu/key/1", network, caseId, sender, recipient, keyId);
  }

  private static byte[] encode(String use, Object... fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    append(bytes, use);
    for (Object field : fields) {
      append(bytes, field.toString());
    }
    return bytes.toByteArray();
  }

  private static void append(ByteArrayOutputStream bytes, String field) {
    byte[] content = field.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
    bytes.writeBytes(content);
  }
}
