package jp.tsunagu.connector.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.dossier.FileNote;
import jp.tsunagu.connector.dossier.FileParts;
import jp.tsunagu.contract.dossier.FilePiece;

/** Why the files of a command cannot travel with it. */
public enum FilesFault {
  UNKNOWN("添付ファイルが見つかりません。", "ファイルをもう一度登録して、その番号を書いてください。登録したファイルは90日で消えます。"),
  TWICE("同じ添付ファイルが2回書かれています。", "一つにしてください。同じものを二人について渡すときは、ファイルを2回登録してください。"),
  TOO_MUCH(
      "添付ファイルが多すぎます。",
      "%dファイル、合わせて%dMBまでにしてください。"
          .formatted(FilePiece.MOST_FILES, FilePiece.LARGEST_TOGETHER >> 20));

  private final String problem;
  private final String fix;

  FilesFault(String problem, String fix) {
    this.problem = problem;
    this.fix = fix;
  }

  /** What is wrong. */
  public String problem() {
    return problem;
  }

  /** What to do. */
  public String fix() {
    return fix;
  }

  /** The first of a submission. */
  static Optional<FilesFault> of(Prepared prepared, Map<FileId, FileNote> known) {
    return prepared.wishes().stream()
        .flatMap(wish -> Optional.ofNullable(wish.dossier()).stream())
        .flatMap(dossier -> of(FileParts.handedIn(dossier).toList(), known).stream())
        .findFirst();
  }

  /** The first of files that are handed in together. */
  public static Optional<FilesFault> of(List<FileId> files, Map<FileId, FileNote> known) {
    if (!known.keySet().containsAll(files)) {
      return Optional.of(UNKNOWN);
    }
    if (files.stream().distinct().count() < files.size()) {
      return Optional.of(TWICE);
    }
    long bytes = 0;
    for (FileId file : files) {
      FileNote note = known.get(file);
      bytes += note == null ? 0 : note.bytes();
    }
    return files.size() > FilePiece.MOST_FILES || bytes > FilePiece.LARGEST_TOGETHER
        ? Optional.of(TOO_MUCH)
        : Optional.empty();
  }
}
