package jp.tsunagu.connector.dossier;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.dossier.TrustedKeys.Followed;
import jp.tsunagu.connector.record.AgencyKeysView;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.connector.record.InboxContent;
import jp.tsunagu.connector.record.KnownKeys;
import jp.tsunagu.connector.record.KnownKeys.Confirmation;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.KeyStanding;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.directory.SigningKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.WrappedKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.testing.SigningAgency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who may write to an agency's outbox, or is the gateway, announces keys of his own. */
@Tag("slow")
@InTheWorld
class ForeignKeysTest {

  private final World world;
  private final KnownKeys known;

  ForeignKeysTest(World world) {
    this.world = world;
    this.known = world.connector().bean(KnownKeys.class);
  }

  @Test
  void senders_go_on_sealing_to_the_rightful_key_and_the_agency_is_told() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    AgencyKeys rightful = announced(receiver);
    KeyId before = sealedTo(sender, receiver);

    SigningAgency attacker = stranger(receiver);
    PublicKey foreign = attacker.sealing(keyset(), now());
    PublicKey bare = new PublicKey(foreign.keyId(), foreign.keyset(), now());
    for (AgencyKeys lie :
        List.of(
            with(rightful, List.of(bare), List.of()),
            with(rightful, List.of(foreign), List.of()),
            with(rightful, List.of(foreign), List.of(attacker.key())),
            attacker.published(foreign))) {
      world.network().publish(lie);
      await()
          .atMost(SOON)
          .until(() -> standing(sender, receiver, foreign.keyId()), KeyStanding::isDoubtful);
      assertThat(sealedTo(sender, receiver)).isEqualTo(before);
    }

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(alarms(sender)).contains(Alarm.Kind.KEY_UNPROVEN));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(alarms(receiver)).contains(Alarm.Kind.KEY_FOREIGN));
    assertThat(world.connector().health("inbox").toString()).contains("DOWN", "KEY_FOREIGN");
    assertThat(
            world.connector().records().inbox(sender, 0, 500).stream()
                .filter(item -> item.content() instanceof InboxContent.KeysAnnounced))
        .isNotEmpty();

    world.network().publish(rightful);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(alarms(sender)).doesNotContain(Alarm.Kind.KEY_UNPROVEN));
    settle(receiver);
  }

  @Test
  void an_announcement_the_agency_did_not_send_is_told_even_where_the_gateway_refused_it() {
    AgencyId agency = world.agency();
    world.network().deliver(agency, new CommandUnreadable(0, 4_711, "KEY_NOT_SIGNED", now()));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(alarms(agency)).contains(Alarm.Kind.KEY_FOREIGN));
    settle(agency);
  }

  @Test
  void an_old_announcement_told_again_is_not_sealed_to() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    AgencyKeys old = announced(receiver);
    world.connector().keys().rotate(receiver);
    PublicKey newest = published(receiver, 2).getFirst();
    await().atMost(SOON).until(() -> sealedTo(sender, receiver), newest.keyId()::equals);

    world.network().publish(old);
    await()
        .atMost(SOON)
        .until(
            () -> standing(sender, receiver, old.keys().getFirst().keyId()),
            KeyStanding.OLDER::equals);
    assertThat(sealedTo(sender, receiver)).isEqualTo(newest.keyId());
    published(receiver, 2);
  }

  @Test
  void a_new_signing_key_signed_by_the_one_before_needs_nobody() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    world.connector().keys().rotateSigning(receiver);
    PublicKey newest = published(receiver, 2).getFirst();
    await().atMost(SOON).until(() -> sealedTo(sender, receiver), newest.keyId()::equals);
    assertThat(alarms(sender)).doesNotContain(Alarm.Kind.KEY_UNPROVEN);
  }

  @Test
  void news_of_keys_is_told_under_an_id_of_its_own_also_when_older_news_were_deleted() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    sealedTo(sender, receiver);
    world.connector().keys().rotate(receiver);
    published(receiver, 2);
    UUID first = newestKeyNews(sender);
    world
        .connector()
        .bean(Databases.class)
        .of(sender)
        .jdbc()
        .sql("delete from inbox where item_id = :id")
        .param("id", first)
        .update();

    world.connector().keys().rotate(receiver);
    published(receiver, 3);
    assertThat(newestKeyNews(sender)).isNotEqualTo(first);
  }

  @Test
  void what_fails_for_one_agency_keeps_no_other_from_being_told_and_is_made_good() {
    AgencyId broken = world.agency();
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    AgencyKeys rightful = announced(receiver);
    SigningAgency attacker = stranger(receiver);

    run(broken, "insert into seen_key values ('" + receiver + "', 'odd', 'ODD', now())");
    try {
      world.network().publish(attacker.published(attacker.sealing(keyset(), now())));
      await().atMost(SOON).until(() -> isWarned(sender));
      assertThat(isWarned(broken)).isFalse();
    } finally {
      run(broken, "delete from seen_key where key_id = 'odd'");
    }
    await().atMost(SOON).until(() -> isWarned(broken));

    world.network().publish(rightful);
    await().atMost(SOON).until(() -> !isWarned(sender) && !isWarned(broken));
    settle(receiver);
  }

  private boolean isWarned(AgencyId agency) {
    return alarms(agency).contains(Alarm.Kind.KEY_UNPROVEN);
  }

  private void run(AgencyId agency, String statement) {
    world.connector().bean(Databases.class).of(agency).jdbc().sql(statement).update();
  }

  private UUID newestKeyNews(AgencyId agency) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                world.connector().records().inbox(agency, 0, 500).stream()
                    .filter(item -> item.content() instanceof InboxContent.KeysAnnounced)
                    .map(item -> item.itemId())
                    .reduce((_, later) -> later),
            Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void the_first_key_of_another_process_waits_for_a_person_and_a_lost_one_too() {
    AgencyId sender = world.agency();
    AgencyId elsewhere = new AgencyId("elsewhere-1");
    world.network().publish(TestNetwork.agency(elsewhere));
    SigningAgency first = stranger(elsewhere);
    PublicKey sealing = first.sealing(keyset(), now());
    world.network().publish(first.published(sealing));
    await()
        .atMost(SOON)
        .until(() -> standing(sender, elsewhere, sealing.keyId()), KeyStanding.UNCONFIRMED::equals);
    await().atMost(SOON).until(() -> !isBehind(sender));
    assertThat(lookedAtAgain(sender)).isEmpty();
    CommandId held = submit(sender, elsewhere);
    await()
        .atMost(SOON)
        .until(
            () -> world.connector().records().outcome(sender, held).orElseThrow().state(),
            CommandState.Held.class::isInstance);

    assertThat(confirm(sender, elsewhere, stranger(elsewhere).key()))
        .isEqualTo(Confirmation.UNKNOWN);
    assertThat(confirm(sender, elsewhere, first.key())).isEqualTo(Confirmation.CONFIRMED);
    await().atMost(SOON).until(() -> sealedTo(held, sender), Optional.of(sealing.keyId())::equals);

    SigningAgency anew = stranger(elsewhere);
    PublicKey next = anew.sealing(keyset(), now().plusSeconds(1));
    world
        .network()
        .publish(
            new AgencyKeys(elsewhere, List.of(sealing, next), List.of(first.key(), anew.key())));
    await()
        .atMost(SOON)
        .until(() -> standing(sender, elsewhere, next.keyId()), KeyStanding.SIGNER_UNKNOWN::equals);
    assertThat(sealedTo(sender, elsewhere)).isEqualTo(sealing.keyId());
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(alarms(sender)).contains(Alarm.Kind.KEY_UNPROVEN));

    assertThat(confirm(sender, elsewhere, anew.key())).isEqualTo(Confirmation.CONFIRMED);
    assertThat(sealedTo(sender, elsewhere)).isEqualTo(next.keyId());
    assertThat(alarms(sender)).doesNotContain(Alarm.Kind.KEY_UNPROVEN);
    assertThat(confirm(sender, elsewhere, first.key())).isEqualTo(Confirmation.REPLACED);
    String directory = world.network().topics().directory().name();
    world.network().put(directory, "agency/elsewhere-1", null);
    world.network().put(directory, "keys/elsewhere-1", null);
  }

  private boolean isBehind(AgencyId sender) {
    NetworkDirectory directory = world.connector().bean(CurrentDirectory.class).snapshot();
    return directory.announced(new AgencyId("elsewhere-1")).isEmpty()
        || world.connector().bean(TrustedKeys.class).isBehind(sender, directory);
  }

  /** Which announcements are looked at where the directory says nothing new. */
  private List<Followed> lookedAtAgain(AgencyId sender) {
    AgencyDatabase database = world.connector().bean(Databases.class).of(sender);
    NetworkDirectory directory = world.connector().bean(CurrentDirectory.class).snapshot();
    return database.inTransaction(
        () -> world.connector().bean(TrustedKeys.class).follow(database, directory, List.of()));
  }

  private Confirmation confirm(AgencyId sender, AgencyId other, SigningKey key) {
    return known.confirm(sender, other, Fingerprint.of(key.publicKey()));
  }

  private SigningAgency stranger(AgencyId pretended) {
    return SigningAgency.first(world.network().address().network(), pretended, now());
  }

  private static AgencyKeys with(
      AgencyKeys rightful, List<PublicKey> sealing, List<SigningKey> signing) {
    List<PublicKey> keys = new ArrayList<>(sealing);
    keys.addAll(rightful.keys());
    List<SigningKey> signers = new ArrayList<>(signing);
    signers.addAll(rightful.signingKeys());
    return new AgencyKeys(rightful.agencyId(), keys, signers);
  }

  private AgencyKeys announced(AgencyId agency) {
    return world.network().announced(agency);
  }

  private List<PublicKey> published(AgencyId agency, int keys) {
    return await()
        .atMost(SOON)
        .until(() -> world.network().publishKeysOf(agency), all -> all.size() == keys);
  }

  private static Bytes keyset() {
    try {
      return HybridKeys.publicPart(HybridKeys.generate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private KeyStanding standing(AgencyId sender, AgencyId other, KeyId keyId) {
    return known.all(sender).stream()
        .filter(view -> view.agencyId().equals(other))
        .flatMap(view -> view.announced().stream())
        .filter(key -> key.keyId().equals(keyId))
        .map(AgencyKeysView.Key::standing)
        .findFirst()
        .orElse(KeyStanding.IN_USE);
  }

  private KeyId sealedTo(AgencyId sender, AgencyId receiver) {
    CommandId sent = submit(sender, receiver);
    return await()
        .atMost(SOON)
        .until(() -> sealedTo(sent, sender), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<KeyId> sealedTo(CommandId sent, AgencyId sender) {
    return world.network().outbox(sender).stream()
        .map(TestNetwork.Sent::value)
        .filter(SendReferral.class::isInstance)
        .map(SendReferral.class::cast)
        .filter(command -> command.header().commandId().equals(sent))
        .flatMap(command -> command.sealed().stream())
        .flatMap(dossier -> dossier.parts().getFirst().sealed().keys().stream())
        .map(WrappedKey::keyId)
        .findFirst();
  }

  private CommandId submit(AgencyId sender, AgencyId receiver) {
    var referral =
        Samples.referral(
            Samples.caseId(), Samples.referralId(), receiver, Samples.dossier("髙﨑 はな", receiver));
    world.connector().outbox().submit(sender, null, () -> Samples.wishes(referral));
    return referral.command().header().commandId();
  }

  private List<Alarm.Kind> alarms(AgencyId agency) {
    return world.connector().alarms().open(agency).stream().map(Alarm::kind).toList();
  }

  private void settle(AgencyId agency) {
    world
        .connector()
        .alarms()
        .open(agency)
        .forEach(alarm -> world.connector().alarms().acknowledge(agency, alarm.id()));
  }
}
