package jp.tsunagu.compose.bench;

import jp.tsunagu.compose.console.Console;

/**
 * What was measured.
 *
 * @param rate referrals per second on the whole path
 * @param bareRate records per second through the broker alone
 * @param perSecond how many a second were sent while latencies were measured
 * @param perReferral processor time of one referral while as many as possible were sent
 * @param bytes of a record on average
 */
record Findings(
    double rate,
    double bareRate,
    int perSecond,
    Latencies latencies,
    Latencies bareLatencies,
    Spent perReferral,
    double bytes) {

  void print(Console console) {
    console.line("");
    console.line("処理量    連絡   %.0f 件/秒(送付 → 相手の受信箱で見える)", rate);
    console.line("          素のブローカー %.0f 件/秒(同じ %.0f バイトの記録)", bareRate, bytes);
    console.line("          比 %.5f", rate / bareRate);
    console.line("待ち時間  連絡   %d件/秒: %s", perSecond, latencies);
    console.line("          素のブローカー %d件/秒: %s", perSecond, bareLatencies);
    console.line(
        "          p99 の比 %.1f", latencies.milliseconds(0.99) / bareLatencies.milliseconds(0.99));
    console.line("CPU       %s", perReferral);
    console.line("");
    console.line(
        "機械: %d コア、Java %s、%s %s。送り手・受け手の役もこの機械の上で動いています。",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
    console.line("ディスクへの書き込み(fsync)の速さは機械によって大きく違い、比の分母にも分子にも効きます。");
  }
}
