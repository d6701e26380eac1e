package jp.tsunagu.gateway.recount;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.TopicToItsEnd;

/**
 * Checks the law {@code GeneralView(fold(ledger)) = GeneralView(state)} on a running network: the
 * gateway's own store (through its changelog) against the ledger, counted again from its beginning.
 * Ask when no command is under way, else the ends differ by those.
 */
public final class LedgerRecount {

  private final BrokerAccess broker;
  private final Topics topics;
  private final AgencyId desk;
  private final Codec codec = Codec.standard();

  /** A recount of this network. */
  public LedgerRecount(BrokerAccess broker, NetworkConfiguration network) {
    this.broker = broker;
    this.topics = new Topics(network.settings().networkId());
    this.desk = network.settings().deskId();
  }

  /**
   * What the recount gave.
   *
   * @param differences by case id; empty if everything agrees
   */
  public record Result(long events, int cases, List<String> differences) {
    /** Keeps an unmodifiable copy. */
    public Result {
      differences = List.copyOf(differences);
    }

    /** Whether everything agrees. */
    public boolean agrees() {
      return differences.isEmpty();
    }
  }

  /** Reads everything; takes about a second for 100,000 events. */
  public Result run() {
    LedgerFold fold = new LedgerFold();
    List<String> differences = new ArrayList<>();
    new TopicToItsEnd(broker, topics.ledger().name())
        .readAll(record -> fold.read(known(record.value(), CaseEvent.class)));
    differences.addAll(fold.differences());
    differences.addAll(fold.compare("the gateway's store", states(), desk));
    return new Result(fold.events(), fold.size(), differences);
  }

  private Map<String, CaseState> states() {
    Map<String, CaseState> states = new HashMap<>();
    new TopicToItsEnd(broker, topics.caseState().name())
        .readAll(
            record -> {
              String caseId = new String(record.key(), StandardCharsets.UTF_8);
              if (record.value() == null) {
                states.remove(caseId);
              } else {
                states.put(caseId, known(record.value(), CaseState.class));
              }
            });
    return states;
  }

  private <T> T known(byte[] value, Class<T> type) {
    if (codec.decode(value) instanceof Decoded.Readable(Object read) && type.isInstance(read)) {
      return type.cast(read);
    }
    throw new IllegalStateException("a record is no " + type.getSimpleName());
  }
}
