-- Lists begin with their newest page however much was sent and received.
create index referral_by_side on referral (side, referral_id desc);
create index referral_open on referral (side, referral_id desc) where is_open;
create index supported_case_changed on supported_case (changed_at);
