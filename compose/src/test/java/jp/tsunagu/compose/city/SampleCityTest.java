package jp.tsunagu.compose.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.gateway.network.NetworkFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleCityTest {
  @TempDir private Path directory;

  static Stream<String> cities() {
    return SampleCity.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("cities")
  void every_sample_city_is_sound_and_runs_both_kinds_of_conference(String name) {
    var directory = published(name);
    assertThat(directory.settings().orElseThrow().networkId().value()).isEqualTo(name);
    assertThat(directory.meetingBodies())
        .extracting(MeetingBody::conference)
        .contains(ConferenceKind.SUPPORT_CONFERENCE, ConferenceKind.PLAN_CONFERENCE);
    assertThat(directory.meetingSettings().orElseThrow().absenceReasons()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("cities")
  void every_sample_city_says_who_carries_out_what_and_whose_consultations_count(String name) {
    var agencies = published(name).agencies();
    assertThat(agencies.stream().flatMap(agency -> agency.work().programmes().stream()))
        .contains(Programme.CARRIED_OUT.toArray(Programme[]::new));
    assertThat(agencies).anyMatch(agency -> agency.work().countsConsultations());
  }

  @Test
  void the_usual_city_has_the_agencies_that_the_replay_names() {
    SampleCity.writeUnlessThere(directory.resolve("network.yaml"));
    var city = City.read(directory.resolve("network.yaml"));
    assertThat(city.network()).isEqualTo(SampleCity.NETWORK);
    assertThat(city.everyone()).containsExactlyElementsOf(SampleCity.everyone());
  }

  @Test
  void both_conferences_of_kokubunji_share_the_second_tuesday() {
    var directory = published("kokubunji");
    var support = body(directory, "shien-kaigi");
    var plans = body(directory, "juso-kaigi");
    assertThat(support.organiser()).isEqualTo(new AgencyId("desk"));
    assertThat(plans.organiser()).isEqualTo(new AgencyId("shakyo"));
    assertThat(support.place().slot()).isNotNull().isEqualTo(plans.place().slot());
    assertThat(support.days().recurrence()).isEqualTo("FREQ=MONTHLY;BYDAY=2TU");
    assertThat(support.days().begins()).isEqualTo(LocalTime.of(15, 0));
    assertThat(support.place().capacityMinutes()).isEqualTo(135);
    assertThat(Objects.requireNonNull(support.deadlines().closing()).at())
        .isEqualTo(LocalTime.of(17, 15));
    assertThat(support.deadlines().publishDaysBefore()).isEqualTo(14);
  }

  @Test
  void edogawa_calls_its_meetings_per_case_and_any_department_may_coordinate() {
    var directory = published("edogawa");
    assertThat(directory.meetingBodies())
        .extracting(body -> body.charge().model())
        .containsOnly(MeetingModel.PER_CASE);
    assertThat(body(directory, "shien-kaigi").deadlines().reportDueDays()).isEqualTo(14);
    assertThat(mayCoordinate(directory, "kankyo")).isTrue();
    assertThat(mayCoordinate(directory, "korei")).isTrue();
    assertThat(mayCoordinate(directory, "hokatsu-higashi")).isFalse();
    assertThat(mayCoordinate(directory, "desk")).isFalse();
  }

  @Test
  void komae_rides_on_existing_bodies_and_has_a_conference_of_its_own_to_fall_back_to() {
    var directory = published("komae");
    var own =
        directory.meetingBodies().stream()
            .filter(body -> body.charge().model() == MeetingModel.PER_CASE)
            .toList();
    assertThat(own)
        .singleElement()
        .extracting(MeetingBody::conference)
        .isEqualTo(ConferenceKind.PLAN_CONFERENCE);
    assertThat(body(directory, "shien-chosei").charge().confirmsPlans()).isTrue();
    assertThat(body(directory, "kodomo-network").charge().confirmsPlans()).isFalse();
  }

  private NetworkDirectory published(String name) {
    var file = directory.resolve(name + ".yaml");
    SampleCity.writeUnlessThere(name, file);
    var read = NetworkFile.read(file);
    assertThat(read).isInstanceOf(NetworkFile.Usable.class);
    return NetworkDirectory.EMPTY.with(((NetworkFile.Usable) read).configuration().records());
  }

  private static MeetingBody body(NetworkDirectory directory, String id) {
    return directory.meetingBody(new BodyId(id)).orElseThrow();
  }

  private static boolean mayCoordinate(NetworkDirectory directory, String id) {
    return directory.agency(new AgencyId(id)).orElseThrow().work().mayCoordinate();
  }
}
