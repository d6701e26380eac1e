package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;

/**
 * モニタリング期間: the case comes back by itself to the last meeting of its body on or before the last
 * day.
 *
 * @param from first day (Asia/Tokyo)
 * @param until last day
 */
public record MonitoringPeriod(LocalDate from, LocalDate until) {}
