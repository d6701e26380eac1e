package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.contract.id.DossierId;

/**
 * Something a person must look at before it harms anybody.
 *
 * @param partition and {@code offset} of the inbox topic, where it is about a record
 */
public record Alarm(
    long id,
    Kind kind,
    Optional<Integer> partition,
    Optional<Long> offset,
    Optional<DossierId> dossierId,
    Instant since) {

  /** What happened. */
  public enum Kind {
    /** The topic no longer holds what was not read yet; reading waits for a person. */
    RETENTION_LOST("保存期間を過ぎて読めなくなった連絡があります", true),
    /** A record needs a newer program; its case waits. */
    SCHEMA_UNKNOWN("新しい形式の連絡を読めません(プログラムの更新が必要です。同じ案件の後の連絡は待っています)", false),
    /** Taking a record in fails again and again; its case waits. */
    INTAKE_FAILING("連絡の取り込みに失敗しています(同じ案件の後の連絡は待っています)", false),
    /** More waits behind such records than is kept; the partition waits. */
    ASIDE_FULL("読めない連絡の後で待つ連絡が多すぎるため、取り込みを止めています", true),
    /** Bytes that are no record; kept aside, and its case waits. */
    RECORD_UNREADABLE("読めない連絡を受け取りました(保管済み。同じ案件の後の連絡は待っています)", false),
    /** Sealed to others only: misrouted or copied. */
    DOSSIER_NOT_FOR_US("他機関あての書類が届きました(開封できません)", false),
    /** Sealed to this agency, but for another place: moved, copied or changed. */
    DOSSIER_FOREIGN("宛先や案件が一致しない書類が届きました(開封できません)", false),
    /** Sealed to a key this agency has not any more. */
    KEY_LOST("この機関の鍵では開けない書類が届きました", false),
    /** The network is made of a backup: what came after it may be missing there. */
    NETWORK_RESTORED(
        "網がバックアップから復元されました。その時点(管理者に確かめてください)より後に送った連絡・受けた連絡は、" + "網と相手に残っていないかもしれません。電話で確かめてください",
        false),
    /** Things stand in the list of what the network lost that nobody has decided about. */
    NETWORK_LOST("復元された網が覚えていない連絡があります。「今日」から一覧を開いて、一つずつ確かめてください", false),
    /** Keys of another agency that are not proven; what was proven before goes on being used. */
    KEY_UNPROVEN("他機関の鍵に、確かめられない発表があります(使っていません。鍵の一覧で理由を見て、指紋を電話で確かめてください)", false),
    /** Keys that are not this agency's were announced in its name, or its keys were lost. */
    KEY_FOREIGN("この機関の名で、この機関のものでない鍵が発表されました(ネットワークの管理者に連絡してください)", true);

    private final String label;
    private final boolean needsAPerson;

    Kind(String label, boolean needsAPerson) {
      this.label = label;
      this.needsAPerson = needsAPerson;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }

    /**
     * Whether part of the inbox waits, or keys are attacked, until it is settled: health is DOWN.
     */
    public boolean needsAPerson() {
      return needsAPerson;
    }
  }
}
