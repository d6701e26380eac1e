package jp.tsunagu.compose.fault;

import java.util.List;

/**
 * A fault that is not tried on this network of one broker, and what shows the same by the nearest
 * means.
 */
record Elsewhere(String fault, String shownBy) {
  static final List<Elsewhere> ALL =
      List.of(
          new Elsewhere("受け手を、取り込みと確認の間で kill -9", "行と位置が一つのトランザクション: InboxTest、PollTest、KillTest"),
          new Elsewhere(
              "ブローカー3台のリーダーやコントローラーを止める", "ここでは1台: BROKER_KILLED の行、ServicesInContainersTest"),
          new Elsewhere("遅い DNS", "名前を使わない: NARROW、HALF_OPEN の行"),
          new Elsewhere("大きなディスクが一杯になる", "空きが 8 GB 以下なら DISK_FULL の行、起動前に断る: DataFolderTest"),
          new Elsewhere("前の版からの入れ替え", "--older があれば UPGRADED の行"),
          new Elsewhere("読めない記録すべて", "AnyRecordCanComeTest、UnreadableRecordStopsItsCaseTest"),
          new Elsewhere("新しい版の記録が先に来る", "NewerConnectorInARunningNetworkTest、NewerProgramTest"),
          new Elsewhere("取り置きのトピックに書けない", "AsideInterfaceTest"),
          new Elsewhere("1案件の出来事6つをすべての順で", "FiguresFollowTheLedgerTest、LedgerFoldTest"),
          new Elsewhere(
              "年度をまたぐ時刻(3月31日→4月1日)", "DeadlineOfEveryHourTest、ReplayCountsAsTheCityPrintedTest"),
          new Elsewhere(
              "締切と公開の日をまたいで会議調整が止まる", "ここではその場で開く会議: TwoSchedulersTest、KilledAsAProcessTest"),
          new Elsewhere("別の宛先に届いた封かん", "DossierTravelsTest、SealingVectorsTest"),
          new Elsewhere(
              "信頼しない証明書、取り消した機関", "WrongWayToTheBrokerTest、StrangersOnTheSameMachineTest"),
          new Elsewhere("答えを読まない webhook", "WebhookTest"),
          new Elsewhere("保存期間を越えて留守だった受け手", "InboxTest"));
}
