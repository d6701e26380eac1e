package jp.tsunagu.connector.record;

import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;

/**
 * One part of a held dossier, with its content where this agency may read it.
 *
 * @param namesNoOne its author said that it names no one
 * @param form which sheet it is; empty for a part that is none of a form
 */
public record PartView(
    String name,
    PartKind kind,
    Optional<PersonRef> person,
    Set<DetailKind> details,
    Sharing sharing,
    boolean namesNoOne,
    Optional<FormRef> form,
    Content content) {

  public PartView {
    details = Set.copyOf(details);
  }

  /**
   * On what ground it is shared, and with whom.
   *
   * @param recipients for whom it was sealed, as far as this agency knows
   */
  public record Sharing(Optional<SharingBasis> basis, Set<AgencyId> recipients) {

    public Sharing {
      recipients = Set.copyOf(recipients);
    }

    /** Of a part that can be opened. */
    public static Sharing of(OpenPart part) {
      return new Sharing(Optional.ofNullable(part.basis()), part.told().recipients());
    }
  }

  /** On what ground it is shared. */
  public Optional<SharingBasis> basis() {
    return sharing.basis();
  }

  /** For whom it was sealed, as far as this agency knows. */
  public Set<AgencyId> recipients() {
    return sharing.recipients();
  }

  /** Whose it is, as a person reads it. */
  public String about() {
    return person
        .map(one -> "世帯員" + one.number())
        .orElse(namesNoOne ? "個人の記載なし(作成者による)" : kind == PartKind.STAFF ? "作成機関" : "");
  }

  /** What can be read of a part. */
  public sealed interface Content {

    /** UTF-8 JSON as the sender wrote it. */
    record Open(Sensitive<Bytes> json) implements Content {}

    /** The person withdrew consent; nobody here can read it any more. */
    record Locked() implements Content {}

    /** What it came with went back before it was accepted; nobody here can read it any more. */
    record Returned() implements Content {}

    /** Whereabouts of a protected case, which this agency is not named for. */
    record Hidden() implements Content {}

    /** Erased at the person's wish. */
    record Erased() implements Content {}

    /** A file of which pieces are still on their way. */
    record Coming() implements Content {}

    /** It could not be opened with any key of this agency; it was asked for again. */
    record Unopenable() implements Content {}

    /** What a person reads instead of the content; empty for an open part. */
    default String label() {
      return switch (this) {
        case Open _ -> "";
        case Locked _ -> "本人の撤回により閲覧できません";
        case Returned _ -> "連絡が戻されたため(差戻し・誤送付・取下げ)閲覧できません";
        case Hidden _ -> "保護案件(支援措置)のため閲覧できません";
        case Coming _ -> "届いている途中です(全部が届くと読めます)";
        case Erased _ -> "本人の撤回により削除しました";
        case Unopenable _ -> "この機関の鍵では開けません(再送を依頼しています)";
      };
    }
  }
}
