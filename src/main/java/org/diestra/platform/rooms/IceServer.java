package org.diestra.platform.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server that helps two browsers find a path to each other, as RTCPeerConnection takes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IceServer(List<String> urls, @Nullable String username, @Nullable String credential) {}
