package jp.tsunagu.connector.dossier;

import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Makes parts that an earlier release kept findable by name, before anything is asked for. A start
 * that is broken off goes on with the rest.
 */
@Component
final class OlderParts implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(OlderParts.class);
  private static final int AT_ONCE = 500;

  private final Databases databases;
  private final HostedAgencies agencies;
  private final DossierStore dossiers;

  OlderParts(Databases databases, HostedAgencies agencies, DossierStore dossiers) {
    this.databases = databases;
    this.agencies = agencies;
    this.dossiers = dossiers;
  }

  @Override
  public void afterPropertiesSet() {
    agencies.all().stream().map(HostedAgency::id).map(databases::of).forEach(this::mark);
  }

  private void mark(AgencyDatabase database) {
    int marked = 0;
    int last;
    do {
      last = database.inTransaction(() -> dossiers.markSome(database, AT_ONCE));
      marked += last;
    } while (last > 0);
    if (marked > 0) {
      LOG.info(
          "{}: {} parts of an earlier release are found by name now", database.agency(), marked);
    }
  }
}
