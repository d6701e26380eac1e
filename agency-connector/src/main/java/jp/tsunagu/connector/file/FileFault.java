package jp.tsunagu.connector.file;

import jp.tsunagu.connector.dossier.FileStore;
import jp.tsunagu.contract.dossier.FilePiece;

/** Why a file is not taken, or not handed out. */
public enum FileFault {
  MISSING("ファイルが選ばれていません。", "ファイルを選んでください。"),
  TOO_LARGE("ファイルが大きすぎます。", "1つ%dMBまでです。解像度を下げるか、分けてください。".formatted(FilePiece.LARGEST_FILE >> 20)),
  KIND_NOT_TAKEN("この種類のファイルは付けられません。", "PDF・PNG・JPEGにしてください。種類は名前ではなく中身で確かめています。"),
  BROKEN("ファイルが壊れているか、途中で切れています。", "元の機器で開けることを確かめて、作り直してください。"),
  LOCKED_PDF("パスワードの付いたPDFです。", "パスワードを外したPDFにしてください。"),
  FILES_WITHIN("PDFの中に別のファイルが入っています。", "中のファイルを外すか、印刷し直したPDFにしてください。"),
  NOT_CLEANED("市の無害化を通りませんでした。", "別の形で作り直すか、紙で渡してください。続くときは情報担当に知らせてください。"),
  TOO_MANY_UNUSED(
      "どこにも付けられていないファイルが多すぎます。",
      "登録したファイルを、シート・回答・様式に付けて送ってください。付けられなかったファイルは、登録から" + FileStore.UNUSED.toDays() + "日で消えます。"),
  BUSY("ファイルの確認が混み合っています。", "しばらくしてから、もう一度試してください。"),
  CLEANING_AWAY("市の無害化が今は使えません。", "しばらくしてから、もう一度試してください。続くときは情報担当に知らせてください。");

  private final String problem;
  private final String fix;

  FileFault(String problem, String fix) {
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
}
