package jp.tsunagu.connector.file;

import jp.tsunagu.contract.dossier.FilePiece;

/**
 * Takes out of a file what tells where and by whom it was made, and everything else that is not
 * shown. Pure; what does not have the shape of its kind is refused, never passed on as it is.
 */
final class CleanFile {

  private CleanFile() {}

  /** What became of it. */
  sealed interface Outcome {

    /** It can be kept. */
    record Clean(FileType type, byte[] content) implements Outcome {}

    /** It cannot. */
    record Refused(FileFault fault) implements Outcome {}
  }

  /** Ends the reading of a file that is not as it should be. */
  static final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final FileFault fault;

    Refusal(FileFault fault) {
      super(fault.name(), null, false, false);
      this.fault = fault;
    }
  }

  static Outcome of(byte[] content) {
    if (content.length == 0) {
      return new Outcome.Refused(FileFault.MISSING);
    }
    if (content.length > FilePiece.LARGEST_FILE) {
      return new Outcome.Refused(FileFault.TOO_LARGE);
    }
    FileType type = FileType.of(content).orElse(null);
    if (type == null) {
      return new Outcome.Refused(FileFault.KIND_NOT_TAKEN);
    }
    try {
      byte[] clean =
          switch (type) {
            case PDF -> CleanPdf.of(content);
            case PNG -> CleanPng.of(content);
            case JPEG -> CleanJpeg.of(content);
          };
      return clean.length > FilePiece.LARGEST_FILE
          ? new Outcome.Refused(FileFault.TOO_LARGE)
          : new Outcome.Clean(type, clean);
    } catch (Refusal refused) {
      return new Outcome.Refused(refused.fault);
    }
  }
}
