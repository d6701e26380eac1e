package jp.tsunagu.gateway.stream;

import static jp.tsunagu.gateway.stream.TestNetwork.DESK;
import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static jp.tsunagu.gateway.stream.TestNetwork.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterCommand.EndResource;
import jp.tsunagu.contract.directory.RegisterCommand.GiveBackPlace;
import jp.tsunagu.contract.directory.RegisterCommand.RecordResource;
import jp.tsunagu.contract.directory.RegisterCommand.TakePlace;
import jp.tsunagu.contract.directory.RegisterRefusal;
import jp.tsunagu.contract.directory.ResourceOffer;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.topic.Partitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlacesAreTakenOnceTest {
  /** Belongs into partition 0, the only one of the bench. */
  private static final ResourceId ROOM =
      Stream.generate(() -> new ResourceId(UUID.randomUUID()))
          .filter(id -> Partitions.of(id.toString(), 6) == 0)
          .findFirst()
          .orElseThrow();

  private static final PlaceId PLACE = new PlaceId(UUID.randomUUID());
  private static final PlaceId OTHER = new PlaceId(UUID.randomUUID());

  private Bench bench;

  @BeforeEach
  void build(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void the_last_place_goes_to_who_was_first_until_it_is_given_back() {
    send(SHOGAI, recorded(0, 1));
    send(HOKATSU, taken(PLACE));
    assertThat(send(SHOGAI, taken(OTHER))).isEqualTo(RegisterRefusal.FULL);
    assertThat(last().taken()).isEqualTo(1);
    send(HOKATSU, new GiveBackPlace(wish(), bench.now(), ROOM, PLACE));
    assertThat(last().taken()).isZero();
    assertThat(send(SHOGAI, taken(OTHER))).isNull();
  }

  @Test
  void a_wish_that_comes_twice_has_one_effect_and_is_published_once() {
    send(SHOGAI, recorded(0, 2));
    TakePlace take = taken(PLACE);
    send(HOKATSU, take);
    bench.read(bench.topics.directory());
    post(HOKATSU, take);
    assertThat(bench.read(bench.topics.directory())).isEmpty();
    assertThat(send(HOKATSU, taken(PLACE))).as("the same place under another wish").isNull();
    assertThat(last().taken()).isEqualTo(1);
  }

  @Test
  void a_place_is_given_back_by_who_took_it_alone() {
    send(SHOGAI, recorded(0, 1));
    send(HOKATSU, taken(PLACE));
    assertThat(send(SHOGAI, new GiveBackPlace(wish(), bench.now(), ROOM, PLACE)))
        .isEqualTo(RegisterRefusal.NO_SUCH_PLACE);
    assertThat(last().taken()).isEqualTo(1);
  }

  @Test
  void who_entered_it_its_contact_and_the_desk_change_it_and_nobody_on_what_is_old() {
    send(SHOGAI, recorded(0, 1));
    assertThat(send(HOKATSU, recorded(1, 3))).isEqualTo(RegisterRefusal.NOT_YOURS);
    assertThat(send(DESK, recorded(1, 3))).isNull();
    assertThat(send(SHOGAI, recorded(1, 4))).isEqualTo(RegisterRefusal.CHANGED);
    assertThat(last().offer().capacity()).isEqualTo(3);
    assertThat(last().enteredBy()).isEqualTo(SHOGAI);
  }

  @Test
  void what_has_ended_takes_nobody_and_is_offered_again_when_it_is_written_anew() {
    send(SHOGAI, recorded(0, 1));
    send(SHOGAI, new EndResource(wish(), bench.now(), ROOM, LocalDate.of(2026, 4, 1)));
    assertThat(send(HOKATSU, taken(PLACE))).isEqualTo(RegisterRefusal.ENDED);
    send(SHOGAI, recorded(1, 1));
    assertThat(send(HOKATSU, taken(PLACE))).isNull();
  }

  @Test
  void what_nobody_entered_or_nobody_could_show_is_put_aside_and_its_sender_told() {
    post(HOKATSU, taken(PLACE));
    post(
        SHOGAI,
        new RecordResource(
            wish(),
            bench.now(),
            ROOM,
            0,
            new ResourceOffer(
                " ", "", "", Set.of(), Set.of(), 1, LocalDate.of(2026, 4, 1), SHOGAI)));
    assertThat(told(HOKATSU)).containsExactly("RESOURCE_UNKNOWN");
    assertThat(told(SHOGAI)).containsExactly("OFFER_WRONG");
    assertThat(bench.read(bench.topics.directory())).isEmpty();
  }

  private final List<SocialResource> published = new ArrayList<>();

  /** Gives the refusal; null where it took effect. */
  private @Nullable RegisterRefusal send(AgencyId sender, RegisterCommand command) {
    post(sender, command);
    published.addAll(bench.read(bench.topics.directory(), SocialResource.class));
    return last().answerTo(command.commandId()).orElseThrow().refusal();
  }

  private SocialResource last() {
    return published.getLast();
  }

  private void post(AgencyId sender, RegisterCommand command) {
    bench.sendRaw(sender, ROOM.toString(), bench.codec.encode((Record) command));
  }

  private List<String> told(AgencyId agency) {
    return bench.read(bench.topics.inbox(agency), CommandUnreadable.class).stream()
        .map(CommandUnreadable::reason)
        .toList();
  }

  private RecordResource recorded(int basedOn, int capacity) {
    ResourceOffer offer =
        new ResourceOffer(
            "養護老人ホームの空き部屋",
            "一人になった人",
            "",
            Set.of(),
            Set.of(Field.ELDERLY_CARE),
            capacity,
            LocalDate.of(2026, 4, 1),
            SHOGAI);
    return new RecordResource(wish(), bench.now(), ROOM, basedOn, offer);
  }

  private TakePlace taken(PlaceId place) {
    return new TakePlace(wish(), bench.now(), ROOM, place);
  }

  private static CommandId wish() {
    return new CommandId(UUID.randomUUID());
  }
}
