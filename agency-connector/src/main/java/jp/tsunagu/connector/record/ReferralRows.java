package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Names the table of referrals {@code r} and a parameter {@code urgency}. */
  static final String URGENCY = "r.urgency = :urgency";

  private ReferralRows() {}

  /** Asks for what is wanted and nothing else, so that the database finds the index for it. */
  static List<ReferralView> query(
      AgencyDatabase database, Projection projection, ReferralQuery query) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    List<String> conditions = new ArrayList<>();
    if (query.side() != null) {
      conditions.add("r.side = :side");
      wanted.put("side", query.side().name());
    }
    if (query.stage() != null) {
      conditions.add("r.stage = :stage");
      wanted.put("stage", column(query.stage()));
    }
    if (query.urgency() != null) {
      conditions.add(URGENCY);
      wanted.put("urgency", query.urgency().name());
    }
    if (query.openOnly()) {
      conditions.add("r.is_open");
    }
    if (query.before() != null) {
      conditions.add("r.referral_id < :before");
      wanted.put("before", query.before().value());
    }
    if (query.changedSince() != null) {
      conditions.add("c.changed_at >= :changedSince");
      wanted.put("changedSince", Columns.at(query.changedSince()));
    }
    if (query.hands() != null) {
      conditions.add(inHands(query.hands()));
      wanted.put("hands", Columns.texts(query.hands().colleagues()));
    }
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return database
        .jdbc()
        .sql(SELECT + where + " order by r.referral_id desc limit :limit")
        .params(wanted)
        .param("limit", query.limit())
        .query((row, _) -> view(row, projection))
        .list();
  }

  /** Those of these cases, newest first. */
  static List<ReferralView> ofCases(
      AgencyDatabase database, Projection projection, List<CaseId> cases, int limit) {
    return database
        .jdbc()
        .sql(
            SELECT
                + " where r.case_id = any(:cases::uuid[]) order by r.referral_id desc limit :limit")
        .param("cases", Columns.texts(cases))
        .param("limit", limit)
        .query((row, _) -> view(row, projection))
        .list();
  }

  /** Names the table of referrals {@code r} and a parameter {@code hands}. */
  static String inHands(Hands hands) {
    String ofThese =
        "r.referral_id in (select a.referral_id from assignment a"
            + " where a.colleague_id = any(:hands::uuid[]))";
    return hands.nobody()
        ? "("
            + ofThese
            + " or not exists (select 1 from assignment a where a.referral_id = r.referral_id))"
        : ofThese;
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
        state,
        state.referral(referralId).orElseThrow(),
        Side.valueOf(row.getString("side")),
        row.getLong("version"));
  }
}
