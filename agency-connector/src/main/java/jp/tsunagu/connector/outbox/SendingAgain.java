package jp.tsunagu.connector.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ProtectCase;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveConsultation;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import org.springframework.stereotype.Component;

/**
 * Commands that a restored network may have lost, and how they go there a second time: in their own
 * rows and under their own ids, so that the gateway, which remembers the answers it gave, carries
 * out only what it does not know. They keep their place before whatever was stored later.
 */
@Component
public final class SendingAgain {

  /** What keeps somebody from harm waits for nobody. */
  private static final Set<String> PROTECTING = names(WithdrawConsent.class, ProtectCase.class);

  /** Without these the network would refuse what protects, and remember that it did. */
  private static final Set<String> FOUNDATIONS =
      names(
          ReceiveConsultation.class,
          ReceiveSheet.class,
          RegisterPersons.class,
          RecordConsent.class);

  /** They have no answer and no second effect. */
  private static final Set<String> UNANSWERED = names(ConfirmReceipt.class, FilePiece.class);

  private static final String AGAIN =
      "update outbox set sent_at = null, sent_partition = null, sent_offset = null where ";

  private final AgencySignals signals;

  SendingAgain(AgencySignals signals) {
    this.signals = signals;
  }

  private static Set<String> names(Class<?>... kinds) {
    return Stream.of(kinds).map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A command that was sent.
   *
   * @param key of its record: what is about the same keeps its order
   */
  public record Sent(long id, String key, String kind) {

    /** Whether it goes again before anybody is asked. */
    boolean protects() {
      return PROTECTING.contains(kind);
    }
  }

  /**
   * The commands of cases that the network may not know: those without an answer, and those whose
   * answer it has lost. From now on they are without one.
   *
   * @param lostAnswers the commands whose answers are lost; where the answer was a refusal, or the
   *     command goes on as another one, nothing is lost
   */
  public List<Sent> doubtful(AgencyDatabase database, Collection<CommandId> lostAnswers) {
    return database
        .jdbc()
        .sql(
            """
            update outbox
            set answer = null, answered_at = null, first_sequence = null, last_sequence = null
            where sent_at is not null and case_id is not null and kind <> all(:unanswered)
              and (answer is null
                or (answer = 'ACCEPTED' and command_id = any(:lost::uuid[])))
            returning id, record_key, kind
            """)
        .param("unanswered", UNANSWERED.toArray(String[]::new))
        .param("lost", Columns.texts(lostAnswers))
        .query(
            (row, _) ->
                new Sent(row.getLong("id"), row.getString("record_key"), row.getString("kind")))
        .list()
        .stream()
        .sorted((one, other) -> Long.compare(one.id(), other.id()))
        .toList();
  }

  /** Those that protect somebody, and that the network can carry out as it stands. */
  public static List<Sent> protecting(List<Sent> doubtful) {
    return doubtful.stream()
        .filter(Sent::protects)
        .filter(
            one ->
                doubtful.stream()
                    .noneMatch(
                        other ->
                            other.id() < one.id()
                                && other.key().equals(one.key())
                                && FOUNDATIONS.contains(other.kind())))
        .toList();
  }

  /**
   * Those that go with one of these: what is about the same and was stored before it, and what
   * protects somebody.
   */
  public static List<Sent> with(Sent chosen, List<Sent> doubtful) {
    return doubtful.stream()
        .filter(one -> one.key().equals(chosen.key()))
        .filter(one -> one.id() <= chosen.id() || one.protects())
        .toList();
  }

  /** Sends these again once the running transaction is committed. */
  public void send(AgencyDatabase database, Collection<Long> ids) {
    database.jdbc().sql(AGAIN + "id = any(:ids)").param("ids", ids.toArray(Long[]::new)).update();
    database.afterCommit(() -> signals.outbox(database.agency()).raise());
  }

  /** Sends receipts and pieces of files again that were sent since then. */
  public void sendUnanswered(AgencyDatabase database, Instant since) {
    database
        .jdbc()
        .sql(AGAIN + "sent_at >= :since and kind = any(:unanswered)")
        .param("since", Columns.at(since))
        .param("unanswered", UNANSWERED.toArray(String[]::new))
        .update();
    database.afterCommit(() -> signals.outbox(database.agency()).raise());
  }
}
