package jp.tsunagu.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.topic.Retention;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.scheduler.knowledge.CommandKeys;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real store, and on what is left of it after a restart. */
class AnsweredCommandsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
  private static final int MOST = 10;
  private static final int MANY = 1_000;

  private KeyValueStore<String, byte[]> store;

  @BeforeEach
  void open() {
    store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("answered"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    var context = new MockProcessorContext<Void, Void>();
    store.init(context.getStateStoreContext(), store);
  }

  @Test
  void a_command_is_known_after_a_restart_and_no_longer_than_its_topic_keeps_it() {
    MeetingCommandHeader command = command(1, NOW);
    answered().add(command);

    assertThat(answered().contains(command.commandId())).isTrue();
    answered().trim(NOW.plus(CommandKeys.KEPT), MANY);
    assertThat(answered().contains(command.commandId())).isTrue();

    Instant later = NOW.plus(CommandKeys.KEPT).plusMillis(1);
    answered().trim(later, MANY);
    assertThat(answered().contains(command.commandId())).isFalse();
    assertThat(answered().isTooOld(command, later)).isTrue();
    assertThat(new Topics(new NetworkId("yui")).meetingCommands().retention())
        .isEqualTo(new Retention.Days((int) CommandKeys.KEPT.toDays()));
  }

  @Test
  void too_many_are_forgotten_from_the_oldest_on_and_none_of_them_has_an_effect_again() {
    List<MeetingCommandHeader> commands =
        IntStream.range(0, 3 * MOST).mapToObj(at -> command(at, NOW.plusSeconds(at))).toList();
    AnsweredCommands answered = answered();
    commands.forEach(answered::add);

    answered.trim(NOW, MOST);
    assertThat(answered().contains(commands.get(MOST - 1).commandId())).isFalse();
    assertThat(answered().contains(commands.get(MOST).commandId())).as("not all at once").isTrue();
    answered().trim(NOW, MANY);

    AnsweredCommands after = answered();
    for (MeetingCommandHeader command : commands) {
      assertThat(after.contains(command.commandId()) || after.isTooOld(command, NOW)).isTrue();
    }
    assertThat(commands.stream().filter(each -> after.contains(each.commandId()))).hasSize(MOST);
    assertThat(after.isTooOld(command(99, NOW.plusSeconds(99)), NOW)).isFalse();
    assertThat(store.approximateNumEntries()).isEqualTo(2 * MOST + 1);
  }

  private AnsweredCommands answered() {
    return new AnsweredCommands(store, MOST);
  }

  private static MeetingCommandHeader command(int number, Instant enteredAt) {
    CommandId id = CommandId.of("0199f000-0000-7000-8000-%012d".formatted(number));
    return new MeetingCommandHeader(
        id, new BodyId("juso-kaigi"), new AgencyId("shakyo"), enteredAt);
  }
}
