package jp.tsunagu.gateway.stream;

import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.testing.NewerProgram;
import jp.tsunagu.contract.testing.NewerProgram.Written;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Today's gateway beside a connector of next year, whose schemas the directory already knows. */
class NewerConnectorsAreAnsweredTest {
  private static final CaseId CASE = Commands.casesIn(0).findFirst().orElseThrow();

  @TempDir private Path directory;
  private final NewerProgram next = new NewerProgram();
  private Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(directory);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void a_command_with_a_field_more_is_carried_out() {
    send(next.grown(bench.codec.encode(bench.commands.receive(CASE, bench.now(), null))));
    assertThat(bench.ledger()).extracting(CaseEvent::header).hasSize(1);
    assertThat(bench.read(bench.topics.inbox(HOKATSU), CommandAccepted.class)).hasSize(1);
  }

  @Test
  void a_command_of_a_new_kind_or_with_a_new_code_is_refused_and_the_case_goes_on() {
    bench.send(HOKATSU, bench.commands.receive(CASE, bench.now(), null));
    var header = bench.commands.header(CASE, bench.now());
    send(next.newKind("DraftPlan", bench.codec.encode(new LiftProtection(header))));
    send(
        next.withNewCodes(
            bench.codec.encode(
                new EndSupport(
                    bench.commands.header(CASE, bench.now()), CompletionOutcome.SETTLED))));
    bench.send(
        HOKATSU,
        new EndSupport(bench.commands.header(CASE, bench.now()), CompletionOutcome.SETTLED));

    List<Object> answers = bench.read(bench.topics.inbox(HOKATSU));
    assertThat(answers)
        .filteredOn(CommandRefused.class::isInstance)
        .extracting(
            answer -> ((CommandRefused) answer).code(),
            answer -> ((CommandRefused) answer).nextSteps())
        .containsExactly(refusal(), refusal());
    assertThat(bench.ledger())
        .extracting(event -> event.header().sequence())
        .containsExactly(1L, 2L);
  }

  @Test
  void a_whole_sheet_takes_effect_once_however_often_it_comes() {
    ReceiveSheet sheet =
        new ReceiveSheet(
            bench.commands.header(CASE, bench.now()),
            new Reception(
                Set.of(Field.POVERTY), new AreaId("east"), Urgency.NORMAL, ReceptionKind.NEW, null),
            1,
            null,
            List.of(),
            List.of(),
            null);
    bench.send(HOKATSU, sheet);
    bench.send(HOKATSU, sheet);
    assertThat(bench.read(bench.topics.inbox(HOKATSU), CommandAccepted.class))
        .extracting(CommandAccepted::repeated)
        .containsExactly(false, true);
    assertThat(bench.ledger()).hasSize(1);
  }

  private static org.assertj.core.groups.Tuple refusal() {
    return org.assertj.core.groups.Tuple.tuple(
        RefusalCode.UPDATE_GATEWAY, List.of(NextStep.CONTACT_DESK));
  }

  private void send(Written written) {
    bench.codec.learn(written.announcement());
    bench.sendRaw(HOKATSU, CASE.toString(), written.bytes());
  }
}
