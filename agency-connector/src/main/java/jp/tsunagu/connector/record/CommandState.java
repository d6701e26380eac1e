package jp.tsunagu.connector.record;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.wire.UnreadableReason;
import org.jspecify.annotations.Nullable;

/** How far a command of this agency got. */
public sealed interface CommandState {

  /** Stored here; the broker has not confirmed it yet (送信待ち). */
  record Stored() implements CommandState {}

  /**
   * Kept back until these agencies announce a public key (相手の公開鍵を待っています); later commands of the
   * same case wait behind it.
   */
  record Held(Set<AgencyId> waitingFor) implements CommandState {
    public Held {
      waitingFor = Set.copyOf(waitingFor);
    }
  }

  /** In the network; the gateway has not answered yet (回答待ち). */
  record Sent() implements CommandState {}

  /** It took effect: events with these sequence numbers. */
  record Accepted(long firstSequence, long lastSequence) implements CommandState {}

  /**
   * It had no effect.
   *
   * @param details what may not be told of these persons
   * @param recipients who may not be told it
   * @param openReferral the referral that is in the way
   */
  record Refused(
      RefusalCode code,
      Set<PersonRef> persons,
      List<NextStep> nextSteps,
      Set<DetailKind> details,
      Set<AgencyId> recipients,
      @Nullable ReferralId openReferral)
      implements CommandState {
    public Refused {
      persons = Set.copyOf(persons);
      details = Set.copyOf(details);
      recipients = Set.copyOf(recipients);
      nextSteps = List.copyOf(nextSteps);
    }
  }

  /** The recipient's key had changed; it was sealed anew and sent as this command. */
  record Resealed(CommandId sentAgainAs) implements CommandState {}

  /**
   * The gateway could not read it; it lies in the dead letter queue. If it knows no schema of this
   * id, this connector is newer than the gateway.
   *
   * @param reason a code, see {@code Notice.CommandUnreadable}
   */
  record Unreadable(String reason) implements CommandState {}

  /** What it is called. */
  default Name name() {
    return switch (this) {
      case Stored _ -> Name.STORED;
      case Held _ -> Name.HELD;
      case Sent _ -> Name.SENT;
      case Accepted _ -> Name.ACCEPTED;
      case Refused _ -> Name.REFUSED;
      case Resealed _ -> Name.RESEALED;
      case Unreadable(String reason) ->
          reason.equals(UnreadableReason.SCHEMA_UNKNOWN.name())
              ? Name.AWAITS_UPDATE
              : Name.UNREADABLE;
    };
  }

  /** The states by name. */
  enum Name implements Code {
    STORED("送信待ち"),
    HELD("相手の公開鍵待ち"),
    SENT("回答待ち"),
    ACCEPTED("受付済み"),
    REFUSED("不受理"),
    RESEALED("封かんし直して再送"),
    AWAITS_UPDATE("中央の更新待ち"),
    UNREADABLE("読み取り不能");

    private final String label;

    Name(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    /** Whether nothing more comes of this command itself. */
    public boolean isDecided() {
      return switch (this) {
        case ACCEPTED, REFUSED, AWAITS_UPDATE, UNREADABLE -> true;
        case STORED, HELD, SENT, RESEALED -> false;
      };
    }
  }
}
