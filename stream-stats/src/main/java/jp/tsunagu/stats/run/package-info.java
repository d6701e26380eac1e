/** Starts the stream when the network is there, keeps it running, and tells of its changes. */
@NullMarked
package jp.tsunagu.stats.run;

import org.jspecify.annotations.NullMarked;
