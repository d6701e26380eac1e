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
 * <p>The content is bound to network, case, dossier, part and sender; its data key to the recipient
 * too, whether it is wrapped to the public key or under a pair key; the pair key to network, sender
 * and recipient. All of them are needed to open a part, so a part opens only in its own place.
 */
final class AssociatedData {

  private AssociatedData() {}

  static byte[] ofContent(
      NetworkId network, CaseId caseId, DossierId dossierId, String part, AgencyId sender) {
    return encode("tsunagu/part/1", network, caseId, dossierId, part, sender);
  }

  /** Of a data key that is wrapped to a public key. */
  static byte[] ofKey(
      NetworkId network, CaseId caseId, AgencyId sender, AgencyId recipient, KeyId keyId) {
    return encode("tsunagu/key/1", network, caseId, sender, recipient, keyId);
  }

  /** Of a data key that is wrapped under a pair key: bound to its part. */
  static byte[] ofKeyUnder(KeyId pairKeyId, byte[] ofContent, AgencyId recipient) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    append(bytes, "tsunagu/key-under-pair/1");
    append(bytes, ofContent);
    append(bytes, recipient.value());
    append(bytes, pairKeyId.value());
    return bytes.toByteArray();
  }

  /** Of a pair key, which is wrapped to a public key. */
  static byte[] ofPairKey(
      NetworkId network, AgencyId sender, AgencyId recipient, KeyId keyId, KeyId pairKeyId) {
    return encode("tsunagu/pair-key/1", network, sender, recipient, keyId, pairKeyId);
  }

  /** Of a piece of a file: bound to the file, its place in it, and how many there are. */
  static byte[] ofPiece(FileNote note, int number) {
    return encode("tsunagu/file-piece/1", note.opening().id(), number, note.pieces());
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
    append(bytes, field.getBytes(StandardCharsets.UTF_8));
  }

  private static void append(ByteArrayOutputStream bytes, byte[] content) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
    bytes.writeBytes(content);
  }
}
