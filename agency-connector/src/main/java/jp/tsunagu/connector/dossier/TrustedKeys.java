package jp.tsunagu.connector.dossier;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.KeyChain;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.SigningKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.springframework.stereotype.Component;

/**
 * The keys of every agency as each hosted agency believes in them, kept in its own schema: whatever
 * the directory says later, they change only by what is proven or confirmed.
 */
@Component
public final class TrustedKeys {

  private final NetworkId network;
  private final Databases databases;
  private final Enrolment enrolment;
  private final Codec codec;
  private final Clock clock;
  private final Map<AgencyId, Map<AgencyId, KeyChain>> chains = new ConcurrentHashMap<>();
  private final Map<AgencyId, Map<AgencyId, AgencyKeys>> followed = new ConcurrentHashMap<>();

  /**
   * An agency's announcements that were looked at.
   *
   * @param before what was believed of it
   * @param after what is believed now
   */
  public record Followed(AgencyKeys announced, KeyChain before, KeyChain after) {}

  TrustedKeys(
      ConnectorProperties properties,
      Databases databases,
      Enrolment enrolment,
      Codec codec,
      Clock clock) {
    this.network = properties.network();
    this.databases = databases;
    this.enrolment = enrolment;
    this.codec = codec;
    this.clock = clock;
  }

  /** What a hosted agency believes; another object whenever something of it changed. */
  public Map<AgencyId, KeyChain> of(AgencyId hosted) {
    return chains.computeIfAbsent(hosted, agency -> load(databases.of(agency)));
  }

  private KeyChain of(AgencyDatabase database, AgencyId other) {
    return of(database.agency()).getOrDefault(other, KeyChain.unconfirmed(network, other));
  }

  private Map<AgencyId, KeyChain> load(AgencyDatabase database) {
    Map<AgencyId, KeyChain> loaded = new HashMap<>();
    database
        .jdbc()
        .sql("select chain from key_chain")
        .query(byte[].class)
        .list()
        .forEach(
            stored -> {
              if (codec.decode(stored) instanceof Decoded.Readable(AgencyKeys kept)) {
                loaded.put(kept.agencyId(), KeyChain.of(network, kept));
              } else {
                throw new IllegalStateException("a stored chain of keys cannot be read");
              }
            });
    return Map.copyOf(loaded);
  }

  /**
   * Takes over what is proven of the announcements that are new to this agency; call it in a
   * transaction. Gives those it looked at.
   */
  public List<Followed> follow(AgencyDatabase database, NetworkDirectory directory) {
    List<Followed> looked = new ArrayList<>();
    for (DirectoryRecord record : directory.records().values()) {
      if (record instanceof AgencyKeys announced && !isFollowed(database, announced)) {
        KeyChain before = of(database, announced.agencyId());
        looked.add(
            new Followed(announced, before, confirmed(before, announced).following(announced)));
      }
    }
    keep(database, looked);
    return looked;
  }

  private boolean isFollowed(AgencyDatabase database, AgencyKeys announced) {
    return of(database, announced.agencyId()).trusted().isPresent()
        && announced.equals(
            followed.getOrDefault(database.agency(), Map.of()).get(announced.agencyId()));
  }

  private KeyChain confirmed(KeyChain chain, AgencyKeys announced) {
    Optional<SigningKey> vouchedFor =
        enrolment
            .hosted(announced.agencyId())
            .or(() -> chain.trusted().isPresent() ? Optional.empty() : enrolment.first(announced));
    return vouchedFor.map(chain::confirmed).orElse(chain);
  }

  /** A person vouches for this signing key of another agency; call it in a transaction. */
  public Followed confirm(AgencyDatabase database, AgencyKeys announced, SigningKey key) {
    KeyChain before = of(database, announced.agencyId());
    Followed confirmed =
        new Followed(announced, before, before.confirmed(key).following(announced));
    keep(database, List.of(confirmed));
    return confirmed;
  }

  private void keep(AgencyDatabase database, List<Followed> looked) {
    Map<AgencyId, KeyChain> next = new HashMap<>(of(database.agency()));
    Map<AgencyId, AgencyKeys> seen =
        new HashMap<>(followed.getOrDefault(database.agency(), Map.of()));
    for (Followed one : looked) {
      seen.put(one.announced().agencyId(), one.announced());
      if (!one.after().equals(one.before())) {
        next.put(one.announced().agencyId(), one.after());
        save(database, one.after());
      }
    }
    database.afterCommit(
        () -> {
          followed.put(database.agency(), Map.copyOf(seen));
          if (!next.equals(of(database.agency()))) {
            chains.put(database.agency(), Map.copyOf(next));
          }
        });
  }

  private void save(AgencyDatabase database, KeyChain chain) {
    database
        .jdbc()
        .sql(
            """
            insert into key_chain (agency_id, chain, changed_at) values (:agency, :chain, :now)
            on conflict (agency_id) do update set chain = excluded.chain, changed_at = excluded.changed_at
            """)
        .param("agency", chain.agency().value())
        .param("chain", codec.encode(chain.kept()))
        .param("now", Columns.at(clock.instant()))
        .update();
  }
}
