/** What the gateway shows, fed from its own topics: directory, cases and their timelines. */
@NullMarked
package jp.tsunagu.gateway.view;

import org.jspecify.annotations.NullMarked;
