package jp.tsunagu.contract.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.testing.SigningAgency;
import org.junit.jupiter.api.Test;

class KeyChainTest {

  private static final NetworkId NETWORK = new NetworkId("yui");
  private static final AgencyId AGENCY = new AgencyId("hokatsu");
  private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");

  private final SigningAgency agency = SigningAgency.first(NETWORK, AGENCY, at(0));
  private final PublicKey first = agency.sealing(keyset(1), at(0));
  private final KeyChain known =
      KeyChain.unconfirmed(NETWORK, AGENCY)
          .confirmed(agency.key())
          .following(agency.published(first));

  private static Instant at(int day) {
    return START.plusSeconds(day * 86_400L);
  }

  private static Bytes keyset(int number) {
    return Bytes.copyOf(ByteBuffer.allocate(8).putLong(number).array());
  }

  @Test
  void nothing_is_sealed_to_before_the_first_signing_key_is_confirmed() {
    KeyChain unconfirmed = KeyChain.unconfirmed(NETWORK, AGENCY).following(agency.published(first));
    assertThat(unconfirmed.inUse()).isEmpty();
    assertThat(unconfirmed.standing(agency.key())).isEqualTo(KeyStanding.UNCONFIRMED);
    assertThat(unconfirmed.confirmed(agency.key()).following(agency.published(first)).inUse())
        .contains(first);
  }

  @Test
  void a_signed_successor_takes_the_place_of_the_key_in_use() {
    PublicKey second = agency.sealing(keyset(2), at(30));
    KeyChain next = known.following(agency.published(second, first));
    assertThat(next.inUse()).contains(second);
    assertThat(next.standing(first)).isEqualTo(KeyStanding.OLDER);
  }

  @Test
  void a_key_that_nobody_signed_replaces_none() {
    PublicKey foreign = new PublicKey(Fingerprint.of(keyset(9)).keyId(), keyset(9), at(30));
    assertStays(agency.published(foreign, first), foreign, KeyStanding.NOT_SIGNED);
    assertStays(new AgencyKeys(AGENCY, List.of(foreign)), foreign, KeyStanding.NOT_SIGNED);
  }

  @Test
  void an_announcement_of_the_agency_signed_by_another_replaces_none() {
    SigningAgency other = SigningAgency.first(NETWORK, AGENCY, at(30));
    PublicKey foreign = other.sealing(keyset(9), at(31));
    assertStays(other.published(foreign), foreign, KeyStanding.SIGNER_UNKNOWN);
    assertThat(known.standing(other.key())).isEqualTo(KeyStanding.UNCONFIRMED);
  }

  @Test
  void a_signature_for_another_agency_or_network_is_none() {
    PublicKey ofOther =
        signedAs(SigningAgency.first(NETWORK, new AgencyId("shakyo"), at(0)), keyset(9));
    PublicKey ofNetwork =
        signedAs(SigningAgency.first(new NetworkId("tachikawa"), AGENCY, at(0)), keyset(9));
    assertStays(agency.published(ofOther), ofOther, KeyStanding.SIGNATURE_WRONG);
    assertStays(agency.published(ofNetwork), ofNetwork, KeyStanding.SIGNATURE_WRONG);
  }

  /** Their signature, under the id of the agency's signing key. */
  private PublicKey signedAs(SigningAgency other, Bytes keyset) {
    PublicKey signed = other.sealing(keyset, at(30));
    Bytes signature = Objects.requireNonNull(signed.signature()).signature();
    return new PublicKey(
        signed.keyId(),
        keyset,
        signed.announcedAt(),
        new KeySignature(agency.key().keyId(), signature));
  }

  @Test
  void an_old_announcement_told_again_replaces_none() {
    PublicKey second = agency.sealing(keyset(2), at(30));
    KeyChain next = known.following(agency.published(second));
    assertThat(next.following(agency.published(first)).inUse()).contains(second);
    KeyChain forgot = new KeyChain(NETWORK, AGENCY, next.signing(), List.of(second));
    assertThat(forgot.standing(first)).isEqualTo(KeyStanding.OLDER);
  }

  @Test
  void a_key_under_an_id_that_is_not_its_own_is_not_used() {
    PublicKey wrong =
        new PublicKey(new KeyId("00000000000000aa"), keyset(9), at(30), first.signature());
    assertStays(agency.published(wrong), wrong, KeyStanding.ID_WRONG);
  }

  @Test
  void the_next_signing_key_is_believed_if_the_one_before_signed_it() {
    SigningAgency next = agency.next(at(60));
    PublicKey second = next.sealing(keyset(2), at(60));
    KeyChain followed =
        known.following(
            new AgencyKeys(AGENCY, List.of(second, first), List.of(next.key(), agency.key())));
    assertThat(followed.trusted()).contains(next.key());
    assertThat(followed.inUse()).contains(second);
    PublicKey late = agency.sealing(keyset(3), at(90));
    assertThat(followed.following(agency.published(late)).inUse()).contains(second);
    assertThat(followed.standing(late)).isEqualTo(KeyStanding.SIGNER_REPLACED);
  }

  @Test
  void after_a_loss_the_old_key_goes_on_until_a_person_confirmed_the_new_one() {
    PublicKey stolen = agency.sealing(keyset(8), at(20_000));
    KeyChain deceived = known.following(agency.published(stolen));
    SigningAgency anew = SigningAgency.first(NETWORK, AGENCY, at(60));
    PublicKey second = anew.sealing(keyset(2), at(60));
    AgencyKeys announced =
        new AgencyKeys(AGENCY, List.of(stolen, second), List.of(agency.key(), anew.key()));
    assertThat(deceived.following(announced).inUse()).contains(stolen);

    KeyChain recovered = deceived.confirmed(anew.key()).following(announced);
    assertThat(recovered.trusted()).contains(anew.key());
    assertThat(recovered.inUse()).contains(second);
    assertThat(recovered.following(announced)).isEqualTo(recovered);
    assertThat(recovered.standing(stolen)).isEqualTo(KeyStanding.OLDER);
  }

  @Test
  void in_whatever_order_and_how_often_announcements_come_the_last_proven_key_is_used() {
    Random random = new Random(27);
    for (int round = 0; round < 40; round++) {
      walk(random);
    }
  }

  private void walk(Random random) {
    List<PublicKey> sealing = new ArrayList<>(List.of(first));
    List<SigningKey> signing = new ArrayList<>(List.of(agency.key()));
    SigningAgency now = agency;
    int changes = 1 + random.nextInt(4);
    for (int change = 1; change <= changes; change++) {
      now = random.nextInt(3) == 0 ? now.next(at(change)) : now;
      signing.add(now.key());
      sealing.add(now.sealing(keyset(random.nextInt()), at(change)));
    }
    PublicKey rightful = sealing.getLast();
    sealing.addAll(foreign(random, sealing));
    KeyChain chain = known;
    for (int told = 0; told < 3; told++) {
      Collections.shuffle(sealing, random);
      Collections.shuffle(signing, random);
      chain = chain.following(new AgencyKeys(AGENCY, sealing, signing));
      assertThat(chain.inUse()).contains(rightful);
      assertThat(chain.trusted()).contains(now.key());
      assertThat(KeyChain.of(NETWORK, chain.kept())).isEqualTo(chain);
    }
  }

  /** One bit of a proper announcement changed, and keys of strangers. */
  private static List<PublicKey> foreign(Random random, List<PublicKey> proper) {
    List<PublicKey> foreign = new ArrayList<>();
    for (PublicKey key : proper) {
      KeySignature signature = Objects.requireNonNull(key.signature());
      byte[] bytes = signature.signature().toByteArray();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Bytes other = keyset(random.nextInt());
      KeyId id = Fingerprint.of(other).keyId();
      Instant later = key.announcedAt().plusSeconds(1 + random.nextInt(1_000_000));
      foreign.add(new PublicKey(id, other, later, signature));
      foreign.add(
          new PublicKey(
              id, other, later, new KeySignature(signature.signedBy(), Bytes.copyOf(bytes))));
      foreign.add(SigningAgency.first(NETWORK, AGENCY, later).sealing(other, later));
      foreign.add(new PublicKey(key.keyId(), key.keyset(), later, signature));
    }
    return foreign;
  }

  @Test
  void every_field_of_a_statement_is_signed() {
    KeyId signer = agency.key().keyId();
    KeyId another = first.keyId();
    PublicKey later = new PublicKey(first.keyId(), first.keyset(), at(1));
    SigningKey same = new SigningKey(first.keyId(), first.keyset(), at(0), null);
    List<KeyStatement> statements =
        List.of(
            KeyStatement.ofSealingKey(NETWORK, AGENCY, first, signer),
            KeyStatement.ofSealingKey(new NetworkId("yuih"), new AgencyId("okatsu"), first, signer),
            KeyStatement.ofSealingKey(NETWORK, new AgencyId("shakyo"), first, signer),
            KeyStatement.ofSealingKey(NETWORK, AGENCY, later, signer),
            KeyStatement.ofSealingKey(NETWORK, AGENCY, first, another),
            KeyStatement.ofSealingKey(
                NETWORK, AGENCY, new PublicKey(signer, first.keyset(), at(0)), signer),
            KeyStatement.ofSealingKey(
                NETWORK, AGENCY, new PublicKey(first.keyId(), keyset(2), at(0)), signer),
            KeyStatement.ofSigningKey(NETWORK, AGENCY, same, signer));
    assertThat(statements).doesNotHaveDuplicates();
  }

  @Test
  void a_fingerprint_is_read_as_people_write_it() {
    Fingerprint fingerprint = Fingerprint.of(keyset(1));
    assertThat(
            Arrays.asList(
                fingerprint.grouped(), fingerprint.digits(), " " + fingerprint.grouped() + "\n"))
        .allSatisfy(typed -> assertThat(Fingerprint.read(typed)).contains(fingerprint));
    assertThat(Fingerprint.read(fingerprint.grouped().toUpperCase(Locale.ROOT)))
        .contains(fingerprint);
    assertThat(Fingerprint.read(fingerprint.digits().substring(1))).isEmpty();
  }

  private void assertStays(AgencyKeys announced, PublicKey doubtful, KeyStanding standing) {
    KeyChain next = known.following(announced);
    assertThat(next).isEqualTo(known);
    assertThat(next.standing(doubtful)).isEqualTo(standing);
  }
}
