package jp.tsunagu.connector.dossier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.runtime.caller.Pseudonym;
import org.springframework.stereotype.Component;

/**
 * Names who acts in a case by a pseudonym: HMAC-SHA256 of case and person under a key that only the
 * agency's own database has. Whoever reads it elsewhere can neither tell who it is nor whether the
 * same person acted in another case; the agency can.
 */
@Component
public final class ActingPersons {

  private static final int KEY_BYTES = 32;

  private final Databases databases;
  private final MasterKey masterKey;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ActingPersons(Databases databases, MasterKey masterKey, Clock clock) {
    this.databases = databases;
    this.masterKey = masterKey;
    this.clock = clock;
  }

  /**
   * The pseudonym of a person in a case, which the agency can resolve from now on; part of the
   * transaction that is running.
   *
   * @param person how the login names her
   * @param name how her colleagues read it later
   */
  public ActingPerson in(AgencyId agency, CaseId caseId, String person, Sensitive<String> name) {
    AgencyDatabase database = databases.of(agency);
    return database.inTransaction(
        () -> {
          ActingPerson pseudonym = Pseudonym.of(key(database), caseId.toString(), person);
          remember(database, caseId, pseudonym, name);
          return pseudonym;
        });
  }

  /**
   * The pseudonym under which this agency's own tables keep what belongs to a person, whatever the
   * case; it leaves the database with nothing. Part of the transaction that is running.
   *
   * @param person how the login names her; empty for the agency's own system
   */
  public String ofAgency(AgencyId agency, String person) {
    AgencyDatabase database = databases.of(agency);
    return database.inTransaction(() -> Pseudonym.of(key(database), "agency", person).value());
  }

  /** Who it is, for people of this agency; empty for a pseudonym of another. */
  public Optional<Sensitive<String>> nameOf(AgencyId agency, ActingPerson pseudonym) {
    return databases
        .of(agency)
        .jdbc()
        .sql("select person from acting_person where pseudonym = :pseudonym")
        .param("pseudonym", pseudonym.value())
        .query(byte[].class)
        .optional()
        .map(hidden -> new Sensitive<>(text(opened(hidden, place(agency, pseudonym.value())))));
  }

  /** The agency's key, made when it is first needed; of two that are made at once one stays. */
  private byte[] key(AgencyDatabase database) {
    byte[] place = place(database.agency(), "key");
    return kept(database)
        .map(hidden -> opened(hidden, place))
        .orElseGet(
            () -> {
              byte[] fresh = new byte[KEY_BYTES];
              random.nextBytes(fresh);
              database
                  .jdbc()
                  .sql(
                      "insert into person_key (secret, made_at) values (:secret, :now)"
                          + " on conflict do nothing")
                  .param("secret", hidden(fresh, place))
                  .param("now", Columns.at(clock.instant()))
                  .update();
              return opened(kept(database).orElseThrow(), place);
            });
  }

  private static Optional<byte[]> kept(AgencyDatabase database) {
    return database.jdbc().sql("select secret from person_key").query(byte[].class).optional();
  }

  private void remember(
      AgencyDatabase database, CaseId caseId, ActingPerson pseudonym, Sensitive<String> name) {
    database
        .jdbc()
        .sql(
            """
            insert into acting_person (pseudonym, case_id, person, first_at)
            values (:pseudonym, :caseId, :person, :now)
            on conflict do nothing
            """)
        .param("pseudonym", pseudonym.value())
        .param("caseId", caseId.value())
        .param("person", hidden(bytes(name.value()), place(database.agency(), pseudonym.value())))
        .param("now", Columns.at(clock.instant()))
        .update();
  }

  private byte[] hidden(byte[] plain, byte[] place) {
    try {
      return masterKey.aead().encrypt(plain, place);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the master key seals everything", impossible);
    }
  }

  private byte[] opened(byte[] hidden, byte[] place) {
    try {
      return masterKey.aead().decrypt(hidden, place);
    } catch (GeneralSecurityException other) {
      throw new IllegalStateException("who acted was sealed under another master key", other);
    }
  }

  private static byte[] place(AgencyId agency, String what) {
    return bytes("acting person\n" + agency + "\n" + what);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
