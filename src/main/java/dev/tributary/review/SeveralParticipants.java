package dev.tributary.review;

import java.util.List;

/** More than one participant goes by what was given, so that nothing was decided. */
public final class SeveralParticipants extends RuntimeException {

    private final transient List<Participant> participants;

    SeveralParticipants(List<Participant> participants) {
        super(participants.size() + " participants go by this; give the number of the one that is meant");
        this.participants = List.copyOf(participants);
    }

    /** By their numbers. */
    public List<Participant> participants() {
        return participants;
    }
}
