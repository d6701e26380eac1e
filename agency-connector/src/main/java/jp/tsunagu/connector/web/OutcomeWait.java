package jp.tsunagu.connector.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.outbox.Answer;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.view.OutcomeView;
import jp.tsunagu.connector.view.RefusedView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.broker.Signal;
import jp.tsunagu.runtime.broker.Whereabouts;
import jp.tsunagu.runtime.dialect.AgencyNames;
import jp.tsunagu.runtime.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers a submission, after waiting for the network's decision where the caller wishes it. What
 * is stored is answered as stored, also where the database is too busy to tell more.
 */
@Component
class OutcomeWait {

  private static final Logger LOG = LoggerFactory.getLogger(OutcomeWait.class);

  private final Records records;
  private final AgencySignals signals;
  private final CurrentDirectory directory;
  private final JsonMapper json;

  OutcomeWait(Records records, AgencySignals signals, CurrentDirectory directory, JsonMapper json) {
    this.records = records;
    this.directory = directory;
    this.signals = signals;
    this.json = json;
  }

  /** The stored answer; with the network's decision if that came in time. */
  ResponseEntity<byte[]> answer(AgencyId agency, Answer stored, Duration wait) {
    byte[] body = stored.body().toByteArray();
    if (wait.isZero()) {
      return plain(stored, body);
    }
    ObjectNode told = (ObjectNode) json.readTree(body);
    List<OutcomeView> outcomes = await(agency, commandIds(told), wait);
    Optional<RefusedView> refused =
        outcomes.stream().map(OutcomeView::refusal).filter(Objects::nonNull).findFirst();
    if (refused.isPresent()) {
      return Answers.problem(problem(refused.get(), told));
    }
    if (outcomes.isEmpty() || !outcomes.stream().allMatch(OutcomeView::decided)) {
      return plain(stored, body);
    }
    told.set("state", json.valueToTree(together(outcomes)));
    caseNumber(agency, told).ifPresent(number -> told.put("caseNumber", number.value()));
    told.set("outcomes", json.valueToTree(outcomes));
    return Answers.json(200)
        .header("Content-Location", Objects.requireNonNullElse(stored.location(), ""))
        .body(json.writeValueAsBytes(told));
  }

  /** Accepted only where every command was; nothing is refused here. */
  private static CommandState.Name together(List<OutcomeView> outcomes) {
    return outcomes.stream()
        .map(OutcomeView::state)
        .filter(state -> state != CommandState.Name.ACCEPTED)
        .findFirst()
        .orElse(CommandState.Name.ACCEPTED);
  }

  /** What stands on the paper of a household that is still at the counter. */
  private Optional<CaseNumber> caseNumber(AgencyId agency, ObjectNode told) {
    try {
      return told.path("caseId")
          .stringValueOpt()
          .flatMap(id -> records.findCase(agency, CaseId.of(id)))
          .flatMap(CaseView::caseNumber);
    } catch (DataAccessException | TransactionException busy) {
      LOG.warn("a case number could not be looked up: {}", Whereabouts.of(busy));
      return Optional.empty();
    }
  }

  private static ResponseEntity<byte[]> plain(Answer stored, byte[] body) {
    ResponseEntity.BodyBuilder answer = Answers.json(stored.status());
    if (stored.location() != null) {
      answer.header("Location", stored.location());
    }
    return answer.body(body);
  }

  private Problem problem(RefusedView refused, ObjectNode told) {
    AgencyNames names = id -> directory.snapshot().nameOf(id);
    Problem problem = refused.problem(names);
    return problem.refusing(
        new Problem.Refused(
            refused.commandId().toString(),
            refused.persons().stream().map(PersonRef::number).toList(),
            refused.details().stream().map(Coded::of).toList(),
            refused.recipients().stream().map(id -> new Coded(id.value(), names.of(id))).toList(),
            refused.nextSteps().stream().map(Coded::of).toList(),
            told));
  }

  private static List<CommandId> commandIds(ObjectNode told) {
    List<CommandId> ids = new ArrayList<>();
    for (JsonNode id : told.path("commandIds")) {
      ids.add(CommandId.of(id.stringValue()));
    }
    return ids;
  }

  private List<OutcomeView> await(AgencyId agency, List<CommandId> ids, Duration wait) {
    Signal signal = signals.inbox(agency);
    long deadline = System.nanoTime() + wait.toNanos();
    try {
      while (true) {
        long seen = signal.count();
        List<OutcomeView> outcomes = look(agency, ids);
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (isOver(outcomes) || left.isNegative() || !signal.awaitBeyond(seen, left)) {
          return look(agency, ids);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (DataAccessException | TransactionException busy) {
      LOG.warn("the outcome of a stored command could not be looked up: {}", Whereabouts.of(busy));
      return List.of();
    }
  }

  private static boolean isOver(List<OutcomeView> outcomes) {
    return outcomes.stream().allMatch(OutcomeView::decided)
        || outcomes.stream().anyMatch(outcome -> outcome.refusal() != null);
  }

  private List<OutcomeView> look(AgencyId agency, List<CommandId> ids) {
    return ids.stream()
        .flatMap(id -> records.outcomeInTheEnd(agency, id).stream())
        .map(OutcomeView::of)
        .toList();
  }
}
