package jp.tsunagu.connector.dossier;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.runtime.form.JsonForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in the part of a dossier on which a file hangs: its name, which may name somebody,
 * what it is, and how its pieces are opened.
 *
 * @param name as it was handed in, without a folder; at most {@value #LONGEST_NAME} characters
 * @param mediaType as its content showed
 * @param bytes of the whole
 * @param pieces at least one
 */
public record FileNote(String name, String mediaType, int bytes, int pieces, Opening opening) {

  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 120;

  /** The note is at most so large as JSON, in bytes. */
  public static final int LARGEST = 1_000;

  /** What the members of the note are called. */
  public static final String NAME = "fileName";

  public static final String TYPE = "mediaType";
  public static final String BYTES = "bytes";
  private static final String PIECES = "pieces";
  private static final String SECRET = "opening";
  private static final String ID = "id";
  private static final String KEY = "key";

  /**
   * How its pieces are opened.
   *
   * @param id what each piece is bound to, beside its number
   * @param key of AES-256
   */
  public record Opening(UUID id, Bytes key) {

    @Override
    public String toString() {
      return "Opening[***]";
    }
  }

  /** As it stands in the part. */
  Bytes json() {
    ObjectNode json = JsonForm.MAPPER.createObjectNode();
    json.put(NAME, name).put(TYPE, mediaType).put(BYTES, bytes).put(PIECES, pieces);
    json.putObject(SECRET)
        .put(ID, opening.id().toString())
        .put(KEY, Base64.getEncoder().encodeToString(opening.key().toByteArray()));
    return Bytes.copyOf(JsonForm.MAPPER.writeValueAsBytes(json));
  }

  /**
   * Reads what stands in a part.
   *
   * @throws IllegalArgumentException where it is no note of a file
   */
  public static FileNote of(Bytes json) {
    JsonNode root = JsonForm.MAPPER.readTree(json.toByteArray());
    int pieces = root.path(PIECES).asInt(0);
    if (pieces < 1 || pieces > FilePiece.MOST_PIECES) {
      throw new IllegalArgumentException("no note of a file");
    }
    JsonNode secret = root.path(SECRET);
    return new FileNote(
        root.path(NAME).asString(""),
        root.path(TYPE).asString(""),
        root.path(BYTES).asInt(0),
        pieces,
        new Opening(
            UUID.fromString(secret.path(ID).asString("")),
            Bytes.copyOf(Base64.getDecoder().decode(secret.path(KEY).asString("")))));
  }

  /** The same as people and programs of the agency are shown it: without how it is opened. */
  public static Bytes shown(Bytes json) {
    return JsonForm.read(json.toByteArray()) instanceof JsonForm.Readable(ObjectNode root)
        ? Bytes.copyOf(JsonForm.MAPPER.writeValueAsBytes(root.remove(List.of(SECRET))))
        : HeldPart.NOTHING;
  }

  /** Whether a member of the note is shown to nobody, or says nothing to people. */
  public static boolean isHidden(String member) {
    return member.equals(SECRET) || member.equals(PIECES);
  }

  /** How large a file is, as people read it. */
  public static String size(int bytes) {
    return bytes < (1 << 20)
        ? Math.max(1, Math.ceilDiv(bytes, 1 << 10)) + "KB"
        : "%.1fMB".formatted(bytes / (double) (1 << 20));
  }

  @Override
  public String toString() {
    return "FileNote[" + bytes + " bytes]";
  }
}
