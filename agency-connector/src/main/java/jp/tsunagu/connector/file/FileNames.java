package jp.tsunagu.connector.file;

import java.util.Locale;
import java.util.regex.Pattern;
import jp.tsunagu.connector.dossier.FileNote;

/**
 * What a file is called: without folders and signs that no name has, with the ending of its kind.
 */
final class FileNames {

  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  private static final Pattern UNUSABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}\"<>|:*?]");
  private static final String NAMELESS = "添付";

  private FileNames() {}

  static String of(String name, FileType type) {
    String plain = UNUSABLE.matcher(FOLDERS.matcher(name).replaceFirst("")).replaceAll("").strip();
    String stem = withoutEnding(plain);
    int longest = FileNote.LONGEST_NAME - type.ending().length();
    String fitting = stem.length() > longest ? cut(stem, longest) : stem;
    return (fitting.isEmpty() ? NAMELESS : fitting) + ending(plain, type);
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String ending(String name, FileType type) {
    boolean isJpeg = type == FileType.JPEG && name.toLowerCase(Locale.ROOT).endsWith(".jpeg");
    return isJpeg ? ".jpeg" : type.ending();
  }

  /** Never through the middle of a character. */
  private static String cut(String text, int longest) {
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
