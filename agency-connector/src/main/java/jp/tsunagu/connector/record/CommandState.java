package jp.tsunagu.connector.record;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.wire.UnreadableReason;

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

  /** It had no effect. */
  record Refused(RefusalCode code, Set<PersonRef> persons, List<NextStep> nextSteps)
      implements CommandState {
    public Refused {
      persons = Set.copyOf(persons);
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

  /** What a person reads. */
  default String label() {
    return switch (this) {
      case Stored _ -> "送信待ち";
      case Held _ -> "相手の公開鍵待ち";
      case Sent _ -> "回答待ち";
      case Accepted _ -> "受付済み";
      case Refused _ -> "不受理";
      case Resealed _ -> "封かんし直して再送";
      case Unreadable(String reason) ->
          reason.equals(UnreadableReason.SCHEMA_UNKNOWN.name()) ? "中央の更新待ち" : "読み取り不能";
    };
  }
}
