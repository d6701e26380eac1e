package jp.tsunagu.connector.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedContent;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What came before is locked, given back and erased, what comes after is not. */
@InTheWorld
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierChangesTest {

  private static final PersonRef FIRST = new PersonRef(1);
  private static final PersonRef SECOND = new PersonRef(2);

  private final DossierStore store;
  private final AgencyDatabase database;
  private CaseId caseId = Samples.caseId();
  private ReferralId leg = Samples.referralId();
  private DossierId dossier = Samples.dossierId();

  DossierChangesTest(World world) {
    this.store = world.connector().bean(DossierStore.class);
    this.database = world.connector().databases().of(world.agencyWithoutKey());
  }

  @BeforeEach
  void another() {
    caseId = Samples.caseId();
    leg = Samples.referralId();
    dossier = Samples.dossierId();
  }

  @Test
  void what_is_locked_in_the_transaction_that_brings_it_is_kept_and_locked() {
    change(
        changes -> {
          changes.keep(opened(leg));
          changes.lock(caseId, FIRST);
        });
    assertThat(states()).isEqualTo(of("LOCKED", "OPEN", "OPEN"));
    assertThat(contents()).isEqualTo(3);
  }

  @Test
  void what_comes_after_a_stop_is_read_and_so_is_what_comes_once_more() {
    change(
        changes -> {
          changes.keep(opened(leg));
          changes.lock(caseId, FIRST);
          changes.keep(opened(leg));
        });
    assertThat(states()).isEqualTo(of("OPEN", "OPEN", "OPEN"));
    change(changes -> changes.lock(caseId, FIRST));
    change(
        changes -> {
          changes.lock(caseId, SECOND);
          changes.keep(opened(leg));
        });
    assertThat(states()).isEqualTo(of("OPEN", "OPEN", "OPEN"));
  }

  @Test
  void the_text_goes_with_the_last_person_and_nothing_is_left_of_what_is_erased() {
    change(
        changes -> {
          changes.keep(opened(leg));
          changes.lock(caseId, FIRST);
          changes.lock(caseId, SECOND);
        });
    assertThat(states()).isEqualTo(of("LOCKED", "LOCKED", "LOCKED"));
    change(
        changes -> {
          changes.erase(caseId, FIRST);
          changes.erase(caseId, SECOND);
        });
    assertThat(states()).isEqualTo(of("ERASED", "ERASED", "ERASED"));
    assertThat(contents()).isZero();
  }

  @Test
  void what_went_back_is_read_again_when_the_leg_comes_again() {
    change(
        changes -> {
          changes.keep(opened(leg));
          changes.giveBack(caseId, leg, false);
        });
    assertThat(states()).isEqualTo(of("RETURNED", "RETURNED", "RETURNED"));
    change(
        changes -> {
          changes.takeBack(caseId, leg, false);
          changes.giveBack(caseId, Samples.referralId(), false);
        });
    assertThat(states()).isEqualTo(of("OPEN", "OPEN", "OPEN"));
  }

  @Test
  void a_leg_that_becomes_known_with_the_second_delivery_takes_the_first_with_it() {
    change(changes -> changes.keep(opened(null)));
    change(
        changes -> {
          changes.keep(unopened(leg));
          changes.giveBack(caseId, leg, false);
        });
    assertThat(states()).isEqualTo(of("RETURNED", "RETURNED", "RETURNED"));
  }

  @Test
  void texts_of_a_conference_are_locked_and_those_of_a_leg_are_not() {
    change(
        changes -> {
          changes.keep(opened(null));
          changes.lockTextsOfTheConference(caseId);
        });
    assertThat(states()).isEqualTo(of("OPEN", "OPEN", "LOCKED"));
  }

  @Test
  void of_a_case_that_never_came_nothing_stays_but_what_comes_afterwards() {
    change(changes -> changes.keep(opened(leg)));
    change(changes -> changes.forget(caseId));
    assertThat(states()).isEmpty();
    change(
        changes -> {
          changes.keep(opened(leg));
          changes.forget(caseId);
          changes.keep(unopened(leg));
        });
    assertThat(states()).isEqualTo(of("UNOPENABLE", "UNOPENABLE", "UNOPENABLE"));
  }

  private void change(Consumer<DossierChanges> news) {
    database.runInTransaction(
        () -> {
          DossierChanges changes = store.changes(database);
          news.accept(changes);
          changes.write(Instant.now());
        });
  }

  private DossierStore.Received opened(@Nullable ReferralId with) {
    return delivered(with, new PartOpening.Opened(Samples.json("連絡")));
  }

  private DossierStore.Received unopened(@Nullable ReferralId with) {
    return delivered(with, new PartOpening.KeyLost());
  }

  private DossierStore.Received delivered(@Nullable ReferralId with, PartOpening opening) {
    List<SealedPart> parts =
        List.of(part("first", FIRST), part("second", SECOND), part("text", null));
    Map<String, PartOpening> openings = new TreeMap<>();
    parts.forEach(part -> openings.put(part.name(), opening));
    return new DossierStore.Received(
        caseId, with, new SealedDossier(dossier, TestNetwork.DESK, parts), openings);
  }

  private static SealedPart part(String name, @Nullable PersonRef person) {
    return new SealedPart(
        name,
        person == null ? PartKind.NOTE : PartKind.PERSON,
        person,
        Set.of(),
        person == null ? null : SharingBasis.CONSENT,
        new SealedContent(Bytes.copyOf(new byte[0]), List.of()),
        null,
        person == null);
  }

  private static Map<String, String> of(String first, String second, String text) {
    return new TreeMap<>(Map.of("first", first, "second", second, "text", text));
  }

  private Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    database
        .jdbc()
        .sql("select name, state from dossier_part where dossier_id = :dossier")
        .param("dossier", dossier.value())
        .query(
            row -> {
              states.put(row.getString("name"), row.getString("state"));
            });
    return states;
  }

  private int contents() {
    return database
        .jdbc()
        .sql(
            "select count(*) from dossier_part"
                + " where dossier_id = :dossier and content is not null")
        .param("dossier", dossier.value())
        .query(Integer.class)
        .single();
  }
}
