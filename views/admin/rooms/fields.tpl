% # The fields of a room. Takes: services, and the form.
% include('parts/field.tpl', name='name', label='Name', longest=60, hint='The name on the door. Patients see it with their visit.')
% include('admin/rooms/ticks.tpl', legend='Suits these services', what='service', key='service_id', choices=services, hint='Only visits for these services are booked in this room.', empty='No service takes a room yet.')
