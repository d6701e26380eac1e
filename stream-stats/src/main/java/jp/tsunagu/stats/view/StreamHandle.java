package jp.tsunagu.stats.view;

import jp.tsunagu.stats.figure.FigureRules;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The stream as it runs now.
 *
 * @param rulesPrint the print of the rules: figures of another one are not answered with
 * @param end where the ledger ended when it was started: before that is read no answer is right
 */
public record StreamHandle(
    KafkaStreams streams, LedgerEnd end, FigureRules rules, String rulesPrint) {}
