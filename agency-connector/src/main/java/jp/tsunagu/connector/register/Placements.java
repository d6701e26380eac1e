package jp.tsunagu.connector.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.directory.DirectoryListener;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.RegisterCommand.GiveBackPlace;
import jp.tsunagu.contract.directory.RegisterCommand.TakePlace;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.directory.WishAnswer;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.id.UuidVersion7;
import org.springframework.stereotype.Component;

/**
 * For whom an agency took which place of a resource (マッチング). It stands in the agency's own database
 * alone: the network learns that a place is taken, never of which case.
 */
@Component
public final class Placements implements DirectoryListener {

  private final Databases databases;
  private final Outbox outbox;
  private final Clock clock;
  private final RandomGenerator random;
  private final Map<AgencyId, List<SocialResource>> settledBy = new ConcurrentHashMap<>();

  Placements(Databases databases, Outbox outbox, Clock clock, RandomGenerator random) {
    this.databases = databases;
    this.outbox = outbox;
    this.clock = clock;
    this.random = random;
  }

  /** Those of a case, the latest first; given back ones too. */
  public List<Placement> of(AgencyId agency, CaseId caseId) {
    return databases
        .of(agency)
        .jdbc()
        .sql("select * from placement where case_id = :case order by taken_at desc, place_id")
        .param("case", caseId.value())
        .query((row, _) -> placement(row))
        .list();
  }

  /** The place with this id, if this agency took it. */
  public Optional<Placement> find(AgencyId agency, PlaceId place) {
    return databases
        .of(agency)
        .jdbc()
        .sql("select * from placement where place_id = :place")
        .param("place", place.value())
        .query((row, _) -> placement(row))
        .optional();
  }

  /** What became of asking for a place. */
  public enum Asked {
    /** It was asked for, now or under the same key before. */
    ASKED,
    /** She has one of this resource already; nothing was asked for. */
    HAS_ONE,
    /** The key stands for something else. */
    KEY_REUSED
  }

  /** Asks for a place for somebody. */
  public Asked take(
      AgencyId agency, IdempotencyKey key, TakePlace wish, CaseId caseId, PersonRef person) {
    AgencyDatabase database = databases.of(agency);
    return database.inTransaction(
        () -> {
          Optional<Submission> before = outbox.used(database, key);
          if (before.isPresent()) {
            return before.get() instanceof Submission.Repeated ? Asked.ASKED : Asked.KEY_REUSED;
          }
          int kept =
              database
                  .jdbc()
                  .sql(
                      """
                      insert into placement
                        (place_id, resource_id, case_id, person, command_id, taken_at)
                      values (:place, :resource, :case, :person, :wish, :now)
                      on conflict do nothing
                      """)
                  .param("place", wish.placeId().value())
                  .param("resource", wish.resourceId().value())
                  .param("case", caseId.value())
                  .param("person", person.number())
                  .param("wish", wish.commandId().value())
                  .param("now", Columns.at(now()))
                  .update();
          if (kept == 0) {
            return Asked.HAS_ONE;
          }
          outbox.append(database, key, wish);
          return Asked.ASKED;
        });
  }

  /** Gives a place back. */
  public void giveBack(AgencyId agency, Placement placement) {
    AgencyDatabase database = databases.of(agency);
    database.runInTransaction(() -> giveBack(database, List.of(placement)));
  }

  /** Her support has ended, inside the transaction that takes it in: her places are given back. */
  public void giveBackAll(AgencyDatabase database, CaseId caseId, PersonRef person) {
    giveBack(
        database,
        of(database.agency(), caseId).stream()
            .filter(placement -> placement.person().equals(person))
            .toList());
  }

  private void giveBack(AgencyDatabase database, List<Placement> placements) {
    placements.stream()
        .filter(Placement::isHeld)
        .filter(placement -> end(database, placement.placeId()))
        .forEach(
            placement ->
                outbox.append(
                    database,
                    new GiveBackPlace(
                        new CommandId(UuidVersion7.at(now(), random)),
                        now(),
                        placement.resourceId(),
                        placement.placeId())));
  }

  private boolean end(AgencyDatabase database, PlaceId place) {
    return database
            .jdbc()
            .sql(
                """
                update placement set given_back_at = :now
                where place_id = :place and given_back_at is null
                """)
            .param("now", Columns.at(now()))
            .param("place", place.value())
            .update()
        > 0;
  }

  /**
   * What the register answers settles what was asked for; nobody is asked where it is as before.
   */
  @Override
  public void directoryChanged(AgencyId hosted, NetworkDirectory directory) {
    List<SocialResource> register = directory.resources();
    if (register.equals(settledBy.get(hosted))) {
      return;
    }
    AgencyDatabase database = databases.of(hosted);
    unsettled(database)
        .forEach(
            placement ->
                directory
                    .resource(placement.resourceId())
                    .flatMap(resource -> resource.answerTo(placement.wish()))
                    .ifPresent(answer -> settle(database, placement, answer)));
    settledBy.put(hosted, register);
  }

  private static List<Placement> unsettled(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select * from placement where not settled")
        .query((row, _) -> placement(row))
        .list();
  }

  private static void settle(AgencyDatabase database, Placement placement, WishAnswer answer) {
    database
        .jdbc()
        .sql(
            answer.refusal() == null
                ? "update placement set settled = true where place_id = :place"
                : "delete from placement where place_id = :place")
        .param("place", placement.placeId().value())
        .update();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Placement placement(ResultSet row) throws SQLException {
    return new Placement(
        new PlaceId(row.getObject("place_id", UUID.class)),
        new ResourceId(row.getObject("resource_id", UUID.class)),
        new CaseId(row.getObject("case_id", UUID.class)),
        new PersonRef(row.getInt("person")),
        new CommandId(row.getObject("command_id", UUID.class)),
        row.getBoolean("settled"),
        Columns.instant(row, "taken_at"),
        Columns.moment(row, "given_back_at").orElse(null));
  }
}
