package jp.tsunagu.connector.access;

import java.util.HexFormat;
import java.util.List;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks through the whole chain of an agency and says where it is broken. */
@Component
public final class ChainCheck {

  private final Databases databases;

  ChainCheck(Databases databases) {
    this.databases = databases;
  }

  /** What was found. */
  public sealed interface Verdict {

    /**
     * Every entry follows the one before.
     *
     * @param entries how many there are
     * @param last number of the last one, 0 where there never was one
     * @param end beginning of its hash: who notes it elsewhere can tell later that nothing up to
     *     there was changed
     */
    record Whole(long entries, long last, String end) implements Verdict {}

    /**
     * Something was changed, taken out or put in.
     *
     * @param number the first entry that does not follow the one before, or is missing
     */
    record Broken(long number, Fault fault) implements Verdict {}
  }

  /** How a chain is broken. */
  public enum Fault {
    MISSING("記録が欠けています"),
    CHANGED("記録が書き換えられています"),
    BEFORE_CHANGED("前の記録とつながっていません"),
    END_MISSING("最後の記録が、記録の終わりの控えと違います");

    private final String label;

    Fault(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }
  }

  /** Reads all of it, a lot at a time; what is added meanwhile is left for the next check. */
  public Verdict check(AgencyId agency) {
    AgencyDatabase database = databases.of(agency);
    Chain chain = Chain.read(database);
    Walk walk = new Walk(chain.cutNumber(), chain.cutHash());
    while (walk.last < chain.endNumber()) {
      List<Stored> lot = lot(database, walk.last, chain.endNumber());
      Verdict.Broken broken = walk.over(lot);
      if (broken != null) {
        return stillThere(database, broken);
      }
      if (lot.isEmpty()) {
        return stillThere(database, new Verdict.Broken(walk.last + 1, Fault.MISSING));
      }
    }
    return walk.hash.equals(chain.endHash())
        ? whole(chain)
        : new Verdict.Broken(chain.endNumber(), Fault.END_MISSING);
  }

  /** What was cut meanwhile because its time was over is no fault. */
  private Verdict stillThere(AgencyDatabase database, Verdict.Broken broken) {
    return Chain.read(database).cutNumber() >= broken.number() ? check(database.agency()) : broken;
  }

  private static Verdict whole(Chain chain) {
    return new Verdict.Whole(
        chain.endNumber() - chain.cutNumber(), chain.endNumber(), shown(chain.endHash()));
  }

  private static String shown(Bytes hash) {
    String all = HexFormat.of().formatHex(hash.toByteArray());
    return all.substring(0, Math.min(all.length(), 16));
  }

  private static List<Stored> lot(AgencyDatabase database, long after, long end) {
    return database
        .jdbc()
        .sql(
            "select * from access_entry where number > :after and number <= :end"
                + " order by number limit :lot")
        .param("after", after)
        .param("end", end)
        .param("lot", AccessLog.LOT)
        .query(
            (row, _) ->
                new Stored(
                    AccessLog.entry(row),
                    Bytes.copyOf(row.getBytes("before_hash")),
                    Bytes.copyOf(row.getBytes("hash"))))
        .list();
  }

  private record Stored(AccessEntry entry, Bytes before, Bytes hash) {}

  /** How far the chain was followed. */
  private static final class Walk {
    private long last;
    private Bytes hash;

    Walk(long last, Bytes hash) {
      this.last = last;
      this.hash = hash;
    }

    private Verdict.@Nullable Broken over(List<Stored> lot) {
      for (Stored each : lot) {
        long number = each.entry().number();
        if (number != last + 1) {
          return new Verdict.Broken(last + 1, Fault.MISSING);
        }
        if (!each.before().equals(hash)) {
          return new Verdict.Broken(number, Fault.BEFORE_CHANGED);
        }
        if (!ChainHash.of(hash, each.entry()).equals(each.hash())) {
          return new Verdict.Broken(number, Fault.CHANGED);
        }
        last = number;
        hash = each.hash();
      }
      return null;
    }
  }
}
