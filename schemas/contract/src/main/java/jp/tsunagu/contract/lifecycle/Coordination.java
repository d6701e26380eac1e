package jp.tsunagu.contract.lifecycle;

import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.written.Flat;

/** Where 多機関協働 stands in a case. */
public sealed interface Coordination {

  /** Never asked for. */
  record None() implements Coordination {}

  /**
   * 調整依頼: asked, not yet taken on.
   *
   * @param since the sequence that what belongs to it comes after: of the request where the case
   *     comes back (再開), else 0
   */
  record Requested(AgencyId coordinator, AgencyId requestedBy, long since)
      implements Coordination {}

  /**
   * Taken on; counts as the coordinator's case.
   *
   * @param supportDecided 支援決定 was made
   */
  record Open(AgencyId coordinator, AgencyId requestedBy, boolean supportDecided, @Flat Round round)
      implements Coordination {

    /** The first one of a case, as it was taken on. */
    public Open(AgencyId coordinator, AgencyId requestedBy, boolean supportDecided) {
      this(coordinator, requestedBy, supportDecided, Round.beginning(0));
    }
  }

  /** 終結: the coordinator's part ended, with the leads (主担当) that stay alongside. */
  record Closed(AgencyId coordinator, AgencyId requestedBy, List<Lead> leads)
      implements Coordination {
    public Closed {
      leads = List.copyOf(leads);
    }
  }
}
