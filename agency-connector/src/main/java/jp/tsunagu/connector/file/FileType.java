package jp.tsunagu.connector.file;

import java.util.Arrays;
import java.util.Optional;
import jp.tsunagu.connector.dossier.FileNote;

/** The kinds of file that may be handed in, told by their content alone. */
public enum FileType {
  PDF("application/pdf", ".pdf", "PDF", '%', 'P', 'D', 'F', '-'),
  PNG("image/png", ".png", "PNG", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
  JPEG("image/jpeg", ".jpg", "JPEG", 0xFF, 0xD8, 0xFF);

  private final String mediaType;
  private final String ending;
  private final String label;
  private final int[] beginning;

  FileType(String mediaType, String ending, String label, int... beginning) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.label = label;
    this.beginning = beginning;
  }

  /** By how the content begins, whatever name it has. */
  static Optional<FileType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
  }

  /** The one of this media type. */
  public static Optional<FileType> of(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  private boolean begins(byte[] content) {
    if (content.length < beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if ((content[i] & 0xFF) != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  /** As browsers know it. */
  public String mediaType() {
    return mediaType;
  }

  /** How its names end. */
  String ending() {
    return ending;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }

  /** What a file is called, with its kind and size, as a person reads it. */
  public static String words(FileNote note) {
    String type = of(note.mediaType()).map(FileType::label).orElse("");
    return note.name() + " (" + type + "、" + FileNote.size(note.bytes()) + ")";
  }
}
