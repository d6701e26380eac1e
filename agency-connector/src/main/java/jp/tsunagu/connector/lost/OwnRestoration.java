package jp.tsunagu.connector.lost;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.stereotype.Component;

/**
 * Whether an agency's own record was made of a backup and has not taken in yet what came since: a
 * consent may have been withdrawn, a case protected, a person erased, so nothing of it is shown.
 */
@Component
public final class OwnRestoration {

  private final Databases databases;
  private final Clock clock;
  private final Set<AgencyId> whole = ConcurrentHashMap.newKeySet();

  OwnRestoration(Databases databases, Clock clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /** Whether it still has to; once it has, nobody restores it while a program runs on it. */
  public boolean isCatchingUp(AgencyId agency) {
    if (whole.contains(agency)) {
      return false;
    }
    boolean isCatchingUp = isCatchingUp(databases.of(agency));
    if (!isCatchingUp) {
      whole.add(agency);
    }
    return isCatchingUp;
  }

  /** The same, asked of the database. */
  public static boolean isCatchingUp(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select exists (select 1 from own_restoration where caught_up_at is null)")
        .query(Boolean.class)
        .single();
  }

  /** Everything that stood in the inbox is taken in. */
  public void caughtUp(AgencyDatabase database) {
    database
        .jdbc()
        .sql("update own_restoration set caught_up_at = :now where caught_up_at is null")
        .param("now", Columns.at(clock.instant()))
        .update();
  }
}
