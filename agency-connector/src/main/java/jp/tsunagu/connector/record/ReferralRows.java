package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.StageCode;

/** Reads referrals with the case they stand in. */
final class ReferralRows {

  static final String SELECT =
      "select r.referral_id, r.side, r.version, c.case_id, c.state"
          + " from referral r join supported_case c on c.case_id = r.case_id";

  private ReferralRows() {}

  static List<ReferralView> query(
      AgencyDatabase database, Projection projection, ReferralQuery query) {
    ReferralId before = query.before();
    Hands hands = query.hands();
    return database
        .jdbc()
        .sql(
            SELECT
                + " where (:anySide or r.side = :side) and (:anyStage or r.stage = :stage)"
                + " and (:closedToo or r.is_open) and (:first or r.referral_id < :before)"
                + " and (:inAllHands or r.referral_id in (select a.referral_id from assignment a"
                + "   where a.colleague_id = any(:hands::uuid[]))"
                + "  or (:inNoHands and not exists (select 1 from assignment a"
                + "   where a.referral_id = r.referral_id)))"
                + " order by r.referral_id desc limit :limit")
        .param("inAllHands", hands == null)
        .param("inNoHands", hands != null && hands.nobody())
        .param("hands", Columns.texts(hands == null ? Set.of() : hands.colleagues()))
        .param("anySide", query.side() == null)
        .param("side", String.valueOf(Columns.name(query.side())))
        .param("anyStage", query.stage() == null)
        .param("stage", query.stage() == null ? "" : column(query.stage()))
        .param("closedToo", !query.openOnly())
        .param("first", before == null)
        .param("before", before == null ? new UUID(0, 0) : before.value())
        .param("limit", query.limit())
        .query((row, _) -> view(row, projection))
        .list();
  }

  /** The stage as its column has it: {@code SentBack}. */
  private static String column(StageCode stage) {
    return Stream.of(stage.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  static ReferralView view(ResultSet row, Projection projection) throws SQLException {
    ReferralId referralId = new ReferralId(row.getObject("referral_id", UUID.class));
    CaseState state = projection.decode(row.getBytes("state"));
    return new ReferralView(
        new CaseId(row.getObject("case_id", UUID.class)),
        state.caseNumber(),
        state.referral(referralId).orElseThrow(),
        Side.valueOf(row.getString("side")),
        state.protection(),
        row.getLong("version"));
  }
}
