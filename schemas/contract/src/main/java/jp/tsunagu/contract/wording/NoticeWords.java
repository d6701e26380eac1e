package jp.tsunagu.contract.wording;

import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.message.Notice;

/** What a person calls a notice of an inbox. */
public final class NoticeWords {

  /** Another agency announced keys. */
  public static final Coded KEYS_ANNOUNCED = new Coded("AgencyKeys", "鍵の発表");

  private NoticeWords() {}

  /** The kind of the notice and its name; a newer one is called so. */
  public static Coded of(Notice notice) {
    return new Coded(NewerRecord.kindOf(notice), label(notice));
  }

  /** Why a record of an outbox could not be read; a reason of a newer program is called so. */
  public static Coded whyUnreadable(String code) {
    return new Coded(
        code,
        switch (code) {
          case "NOT_FRAMED" -> "記録の形をしていません";
          case "SCHEMA_UNKNOWN", "CODE_UNKNOWN", "KIND_UNKNOWN" -> "新しい種類の記録です(中央の更新が必要)";
          case "BYTES_BROKEN" -> "記録が壊れています";
          case "KEY_WRONG" -> "宛先の番号(キー)が記録の番号と違います";
          case "PARTITION_WRONG" -> "置き場所(パーティション)が違います";
          case "NOT_A_COMMAND" -> "指示ではない記録です";
          case "KEY_NOT_SIGNED" -> "署名のない鍵の発表です";
          case "KEY_ID_WRONG" -> "鍵の番号が鍵と合いません";
          case "KEY_SIGNER_UNKNOWN" -> "この機関のものでない署名鍵で署名されています";
          case "KEY_SIGNATURE_WRONG" -> "鍵の発表の署名が合いません";
          case "KEY_OLDER" -> "前に発表された鍵がもう一度発表されました";
          case "GATEWAY_FAULT" -> "中央で処理に失敗しました";
          default -> NewerRecord.NEW_LABEL;
        });
  }

  private static String label(Notice notice) {
    return switch (notice) {
      case Notice.CommandAccepted _ -> "指示の受付";
      case Notice.CommandRefused _ -> "指示の不受理";
      case Notice.CommandUnreadable _ -> "指示の読み取り不能";
      case Notice.ConsentShown _ -> "前からの同意の提示";
      case Notice.DossierDelivered _ -> "書類の配達";
      case Notice.PieceDelivered _ -> "添付ファイルの配達";
      case Notice.UnknownNotice _ -> NewerRecord.NEW_LABEL;
    };
  }
}
