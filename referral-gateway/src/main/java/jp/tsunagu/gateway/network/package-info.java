/** What a city configures: network.yaml, read and judged as a whole before anything starts. */
@NullMarked
package jp.tsunagu.gateway.network;

import org.jspecify.annotations.NullMarked;
