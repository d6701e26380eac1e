package jp.tsunagu.connector.dossier;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
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

  /** Whether an announcement is new to this agency, or one it knew is gone. */
  public boolean isBehind(AgencyId hosted, NetworkDirectory directory) {
    List<AgencyKeys> announced = announced(directory);
    return announced.size() < followed(hosted).size()
        || announced.stream().anyMatch(keys -> isNews(hosted, keys));
  }

  /** The announcements of agencies that nothing has confirmed yet. */
  public List<AgencyKeys> unconfirmed(AgencyId hosted, NetworkDirectory directory) {
    return announced(directory).stream().filter(keys -> !isConfirmed(hosted, keys)).toList();
  }

  /**
   * Takes over what is proven of the announcements that are new to this agency; call it in a
   * transaction. Gives those it looked at.
   *
   * @param again looked at although they are not new
   */
  public List<Followed> follow(
      AgencyDatabase database, NetworkDirectory directory, List<AgencyKeys> again) {
    List<Followed> looked = new ArrayList<>();
    for (AgencyKeys announced : announced(directory)) {
      if (again.contains(announced) || isNews(database.agency(), announced)) {
        KeyChain before = of(database, announced.agencyId());
        looked.add(
            new Followed(announced, before, confirmed(before, announced).following(announced)));
      }
    }
    keep(database, looked);
    forgetOthers(database, announced(directory));
    return looked;
  }

  private static List<AgencyKeys> announced(NetworkDirectory directory) {
    return directory.records().values().stream()
        .filter(AgencyKeys.class::isInstance)
        .map(AgencyKeys.class::cast)
        .toList();
  }

  private Map<AgencyId, AgencyKeys> followed(AgencyId hosted) {
    return followed.getOrDefault(hosted, Map.of());
  }

  private boolean isConfirmed(AgencyId hosted, AgencyKeys announced) {
    KeyChain chain = of(hosted).get(announced.agencyId());
    return chain != null && chain.trusted().isPresent();
  }

  /** Something of it changed, or the file that confirms it has come since. */
  private boolean isNews(AgencyId hosted, AgencyKeys announced) {
    return !announced.equals(followed(hosted).get(announced.agencyId()))
        || (!isConfirmed(hosted, announced) && enrolment.first(announced).isPresent());
  }

  private void forgetOthers(AgencyDatabase database, List<AgencyKeys> announced) {
    Set<AgencyId> known =
        announced.stream().map(AgencyKeys::agencyId).collect(Collectors.toUnmodifiableSet());
    database.afterCommit(
        () ->
            followed.computeIfPresent(
                database.agency(),
                (_, all) ->
                    all.values().stream()
                        .filter(keys -> known.contains(keys.agencyId()))
                        .collect(
                            Collectors.toUnmodifiableMap(
                                AgencyKeys::agencyId, Function.identity()))));
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
    Map<AgencyId, AgencyKeys> seen = new HashMap<>(followed(database.agency()));
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
