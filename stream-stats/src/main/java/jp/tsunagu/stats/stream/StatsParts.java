package jp.tsunagu.stats.stream;

import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.stats.figure.FigureRules;

/**
 * What the topology needs.
 *
 * @param watch told of every change, on the stream's thread
 */
public record StatsParts(Topics topics, Codec codec, FigureRules rules, Watch watch) {}
